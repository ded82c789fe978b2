package org.registrationrights.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.BindingReceipt;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ProofOfService.Evidence;
import org.registrationrights.process.document.Deliveries;
import org.registrationrights.process.piggyback.Intake;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.parameters.P;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/documents/{documentId}/deliveries")
@Tag(name = "Documents")
class LetterDeliveriesController {

    record DeliveryReported(String receiptId, Delivery delivery) {}

    /** @param receivedAt the earliest instant from which the letter counts as received; null while nothing shows it */
    record ProofView(List<Evidence> evidence, Instant receivedAt, List<Step> computation) {}

    private final Deliveries deliveries;
    private final Intake intake;

    LetterDeliveriesController(Deliveries deliveries, Intake intake) {
        this.deliveries = deliveries;
        this.intake = intake;
    }

    @GetMapping
    @PreAuthorize(Confidential.MATTER_READERS)
    @Operation(summary = "What shows that a letter reached its Holder, and since when it counts as received (11.1)")
    ProofView all(@PathVariable @P("id") String documentId) {
        BindingReceipt receipt = deliveries.receipt(documentId);
        return new ProofView(deliveries.proof(documentId).evidence(), receipt.binding(), receipt.explain(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize(Confidential.LETTER_WRITERS)
    @Operation(summary = "Evidence that a letter for which no process waits was delivered, or of an attempt (11.1)")
    ProofView record(@PathVariable @P("id") String documentId, @RequestBody DeliveryReported request) {
        Delivery delivery = Refusal.required("delivery", request.delivery(), Clause.S11_1_A);
        intake.record(
                request.receiptId(),
                "documents/" + documentId + "/deliveries",
                request,
                () -> deliveries.record(documentId, delivery),
                () -> {});
        return all(documentId);
    }
}
