package org.registrationrights.web;

import static org.registrationrights.agreement.Refusal.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.notice.EvidenceCorrectionRepository;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.CommunicationView;
import org.registrationrights.process.piggyback.CommunicationView.Correction;
import org.registrationrights.process.piggyback.Communications;
import org.registrationrights.process.piggyback.CorrectionProcess;
import org.registrationrights.process.piggyback.Corrections;
import org.registrationrights.process.piggyback.Corrections.Decision;
import org.registrationrights.process.piggyback.DeliveryForm;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.register.RegisterRepository;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/offerings/{offeringId}")
@Tag(name = "Evidence", description = "What was sent and received in an offering, and its correction (Section 11.1)")
class CommunicationsController {

    /**
     * @param communicationId what is wrong, such as {@code C-17}
     * @param correction {@code REPLACE} or {@code STRIKE}
     * @param delivery the evidence as it should read, in full; absent with {@code STRIKE}
     * @param answer with {@code shares} and {@code declaredFinal} where an answer is replaced
     */
    record ProposalRequest(
            String receiptId,
            String communicationId,
            String correction,
            String reason,
            Delivery delivery,
            Answer.Kind answer,
            BigInteger shares,
            Boolean declaredFinal) {

        Map<String, Object> variables(String offeringId) {
            Map<String, Object> variables = new HashMap<>(DeliveryForm.variables(delivery));
            variables.put("offeringId", offeringId);
            variables.put("communicationId", communicationId);
            variables.put("correction", correction);
            variables.put("reason", reason);
            variables.put("answer", answer == null ? null : answer.name());
            variables.put("shares", shares == null ? null : shares.toString());
            variables.put("declaredFinal", declaredFinal);
            variables.put("receiptId", receiptId);
            return variables;
        }
    }

    record DecisionRequest(String receiptId, Decision decision, String ground) {}

    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final EvidenceCorrectionRepository rows;
    private final Communications communications;
    private final Corrections corrections;
    private final CorrectionProcess process;
    private final Intake intake;

    CommunicationsController(
            OfferingRepository offerings,
            RegisterRepository register,
            EvidenceCorrectionRepository rows,
            Communications communications,
            Corrections corrections,
            CorrectionProcess process,
            Intake intake) {
        this.offerings = offerings;
        this.register = register;
        this.rows = rows;
        this.communications = communications;
        this.corrections = corrections;
        this.process = process;
        this.intake = intake;
    }

    @GetMapping("/communications")
    @Operation(
            summary = "Every notice and answer of an offering, or of one Holder in it, in the order of recording",
            description =
                    "Also what is superseded or struck, with why and by whom. Flags tell what asks for more than is"
                            + " held, is late, or came in a way that Section 11.1 does not name.")
    List<CommunicationView> communications(
            @PathVariable String offeringId, @RequestParam(required = false) String holderId) {
        offerings.get(offeringId);
        if (holderId == null) {
            return communications.ofOffering(offeringId);
        }
        register.holder(holderId);
        return communications.ofHolder(new ElectionKey(offeringId, holderId));
    }

    @GetMapping("/corrections")
    @Operation(summary = "Corrections of evidence, the first proposed first")
    List<Correction> corrections(@PathVariable String offeringId) {
        return rows.ofOffering(offerings.get(offeringId).id()).stream()
                .map(Correction::of)
                .toList();
    }

    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Proposes to replace or strike a communication; starts the process that has it decided")
    Correction propose(@PathVariable String offeringId, @RequestBody ProposalRequest request) {
        offerings.get(offeringId);
        return intake.take(
                request.receiptId(),
                "offerings/" + offeringId + "/corrections",
                request,
                Correction.class,
                () -> Correction.of(process.start(request.variables(offeringId))),
                () -> {});
    }

    @PostMapping("/corrections/{correctionId}/decision")
    @PreAuthorize("hasAnyAuthority('counsel', 'corporate-secretary')")
    @Operation(summary = "A second person approves or refuses a correction, with the ground")
    Correction decide(
            @PathVariable String offeringId, @PathVariable String correctionId, @RequestBody DecisionRequest request) {
        EvidenceCorrection correction =
                rows.get(offerings.get(offeringId).id(), EvidenceCorrection.id("correctionId", correctionId));
        Decision decision = required("decision", request.decision());
        String ground = Input.checked("ground", required("ground", request.ground()), 1000);
        intake.record(
                request.receiptId(),
                "offerings/" + offeringId + "/corrections/" + correctionId + "/decision",
                request,
                () -> corrections.decide(offeringId, correction.id(), decision, ground, true),
                () -> process.tellDecision(correction));
        return Correction.of(rows.get(offeringId, correction.id()));
    }
}
