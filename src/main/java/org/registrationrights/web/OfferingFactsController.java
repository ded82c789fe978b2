package org.registrationrights.web;

import static org.registrationrights.agreement.Refusal.required;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.DeliveryFile;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.document.CounselCopies;
import org.registrationrights.process.piggyback.ElectionStart;
import org.registrationrights.process.piggyback.Elections;
import org.registrationrights.process.piggyback.Elections.AnswerReceipt;
import org.registrationrights.process.piggyback.Intake;
import org.registrationrights.process.piggyback.OfferingFacts;
import org.registrationrights.process.piggyback.Signatures;
import org.registrationrights.register.RegisterRepository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Facts that reach an offering from outside; each has a receipt id, and a repeat of it gets the first answer. */
@RestController
@RequestMapping("/api/offerings/{offeringId}")
@Tag(name = "Facts", description = "What happened in an offering, with its evidence")
class OfferingFactsController {

    record DeliveryRequest(String receiptId, String holderId, Delivery delivery) {}

    /**
     * @param shares with the answer {@code PART} only
     * @param copyToCounsel whether the Company's counsel was sent a copy; it moves no day
     */
    record AnswerRequest(
            String receiptId,
            Answer.Kind answer,
            BigInteger shares,
            Boolean declaredFinal,
            Delivery delivery,
            Boolean copyToCounsel) {}

    record DeliveriesRecorded(int deliveries, int holders) {}

    record SignaturesRequest(String receiptId, List<Signature> signatures) {}

    record EffectivenessRequest(String receiptId, Instant effectiveAt) {}

    /** Where the fact left the offering. */
    record Recorded(String offeringId, Offering.Phase phase) {}

    private final OfferingRepository offerings;
    private final ElectionRepository elections;
    private final SignatureRepository signatureRows;
    private final RegisterRepository register;
    private final Elections holderElections;
    private final CounselCopies counselCopies;
    private final ElectionStart electionStart;
    private final Signatures signatures;
    private final OfferingFacts facts;
    private final Waiting waiting;
    private final Intake intake;

    OfferingFactsController(
            OfferingRepository offerings,
            ElectionRepository elections,
            SignatureRepository signatureRows,
            RegisterRepository register,
            Elections holderElections,
            CounselCopies counselCopies,
            ElectionStart electionStart,
            Signatures signatures,
            OfferingFacts facts,
            Waiting waiting,
            Intake intake) {
        this.offerings = offerings;
        this.elections = elections;
        this.signatureRows = signatureRows;
        this.register = register;
        this.holderElections = holderElections;
        this.counselCopies = counselCopies;
        this.electionStart = electionStart;
        this.signatures = signatures;
        this.facts = facts;
        this.waiting = waiting;
        this.intake = intake;
    }

    @PostMapping("/deliveries")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "Evidence that the notice to a Holder was dispatched or received (Section 11.1)")
    HolderElection delivery(@PathVariable String offeringId, @RequestBody DeliveryRequest request) {
        ElectionKey key = key(offeringId, required("holderId", request.holderId()));
        Delivery delivery = required("delivery", request.delivery());
        intake.take(
                request.receiptId(),
                "offerings/" + offeringId + "/deliveries",
                request,
                ElectionKey.class,
                () -> {
                    holderElections.recordDelivery(key, delivery, request.receiptId());
                    return key;
                },
                () -> electionStart.tell(key, Messages.OFFERING_NOTICE_RECEIVED));
        return elections.find(key).orElseThrow();
    }

    @PostMapping(path = "/deliveries", consumes = "text/csv")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(
            summary = "The same for many Holders from a CSV file: all rows or none (Section 11.1)",
            description =
                    "Columns are holderId, method and, as far as they are needed, the other fields of a delivery. Every"
                            + " error is named by line and column. The receipt id is that of the file.")
    DeliveriesRecorded deliveries(
            @PathVariable String offeringId, @RequestParam String receiptId, @RequestBody String csv)
            throws IOException {
        offerings.get(offeringId);
        DeliveryFile file = DeliveryFile.parse(new StringReader(csv));
        List<String> holders =
                file.rows().stream().map(DeliveryFile.Row::holderId).distinct().toList();
        return intake.take(
                receiptId,
                "offerings/" + offeringId + "/deliveries",
                csv,
                DeliveriesRecorded.class,
                () -> {
                    holderElections.recordDeliveries(offeringId, file, receiptId);
                    return new DeliveriesRecorded(file.rows().size(), holders.size());
                },
                () -> electionStart.tell(offeringId, holders, Messages.OFFERING_NOTICE_RECEIVED));
    }

    @PostMapping("/elections/{holderId}")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')")
    @Operation(summary = "A Holder's answer: stored whatever the state, judged by its recorded receipt (Section 2.1)")
    AnswerReceipt answer(
            @PathVariable String offeringId, @PathVariable String holderId, @RequestBody AnswerRequest request) {
        ElectionKey key = key(offeringId, holderId);
        Delivery delivery = required("delivery", request.delivery());
        Answer answer = new Answer(
                request.answer(), request.shares(), request.declaredFinal() != null && request.declaredFinal());
        return intake.take(
                request.receiptId(),
                "offerings/" + offeringId + "/elections/" + holderId,
                request,
                AnswerReceipt.class,
                () -> {
                    counselCopies.record(key, request.copyToCounsel());
                    return holderElections.recordAnswer(key, delivery, answer, request.receiptId());
                },
                () -> electionStart.tell(key, Messages.ELECTION_RECEIVED));
    }

    @PostMapping("/signatures")
    @PreAuthorize("hasAnyAuthority('holder-services', 'corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "Signatures of Holders under the underwriting agreement, one or many (Section 2.2)")
    List<Signature> signatures(@PathVariable String offeringId, @RequestBody SignaturesRequest request) {
        offerings.get(offeringId);
        List<Signature> signed = required("signatures", request.signatures());
        take(
                request.receiptId(),
                offeringId,
                "signatures",
                request,
                () -> signatures.record(offeringId, signed),
                Messages.SIGNATURES_RECEIVED);
        return signatureRows.all(offeringId);
    }

    @PostMapping("/effectiveness")
    @PreAuthorize("hasAnyAuthority('corporate-secretary', 'counsel', 'camunda-admin')")
    @Operation(summary = "The registration statement became effective (Sections 1.6, 4(e))")
    Recorded effectiveness(@PathVariable String offeringId, @RequestBody EffectivenessRequest request) {
        Instant effectiveAt = required("effectiveAt", request.effectiveAt());
        return take(
                request.receiptId(),
                offeringId,
                "effectiveness",
                request,
                () -> facts.effective(offeringId, effectiveAt),
                Messages.REGISTRATION_EFFECTIVE);
    }

    private Recorded take(
            String receiptId, String offeringId, String resource, Object request, Runnable store, String message) {
        intake.record(
                receiptId,
                "offerings/" + offeringId + "/" + resource,
                request,
                store,
                () -> waiting.tellOffering(offeringId, message));
        return new Recorded(offeringId, offerings.get(offeringId).phase());
    }

    private ElectionKey key(String offeringId, String holderId) {
        offerings.get(offeringId);
        register.holder(holderId);
        return new ElectionKey(offeringId, holderId);
    }
}
