package org.registrationrights.process.document;

import java.time.Clock;
import java.util.Map;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.notice.BindingReceipt;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.notice.ProofOfService;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.piggyback.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Evidence that letters reached their Holders for which no process waits (11.1). */
@Component
@Transactional
public class Deliveries {

    /** Where the evidence of letters is taken in for which a process does wait. */
    private static final Map<DocumentKind, String> TAKEN_ELSEWHERE = Map.of(
            DocumentKind.NOTICE, "/api/offerings/{id}/deliveries",
            DocumentKind.SUSPENSION_NOTICE, "/api/suspensions/{id}/deliveries",
            DocumentKind.CORRECTED_PROSPECTUS, "/api/suspensions/{id}/deliveries",
            DocumentKind.STANDOFF_REQUEST, "/api/standoffs/{id}/deliveries");

    private final DispatchRepository dispatches;
    private final ProofOfServiceRepository proofs;
    private final Agreement agreement;
    private final Holidays holidays;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Deliveries(
            DispatchRepository dispatches,
            ProofOfServiceRepository proofs,
            Agreement agreement,
            Holidays holidays,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.dispatches = dispatches;
        this.proofs = proofs;
        this.agreement = agreement;
        this.holidays = holidays;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal for a letter whose evidence a process waits for, and for one that left before it was drawn up */
    @Implements(Clause.S11_1_A)
    public void record(String dispatchId, Delivery delivery) {
        Dispatch letter = letter(dispatchId);
        String elsewhere = TAKEN_ELSEWHERE.get(letter.kind());
        if (elsewhere != null) {
            throw Refusal.conflict(
                    "documentId",
                    "evidence of this letter is taken at " + elsewhere,
                    letter.kind().clause());
        }
        dates.notInFuture(delivery);
        delivery.instants()
                .forEach((field, at) -> dates.notBefore(
                        field,
                        dates.day(at),
                        dates.day(letter.createdAt()),
                        "the day on which the letter was drawn up"));
        proofs.add(dispatchId, delivery, clock.instant(), user.id());
        BindingReceipt receipt = receipt(letter);
        caseFile.on(Correspondence.subject(letter), letter.kind().clause())
                .input("letter", dispatchId)
                .input("delivery", delivery)
                .policies(receipt.policies().only(BindingReceipt.POLICIES))
                .result("receivedAt", receipt.binding())
                .steps(receipt.explain(null))
                .write("Delivery recorded: " + letter.kind().title());
    }

    /** What shows that the letter arrived. */
    @Transactional(readOnly = true)
    public ProofOfService proof(String dispatchId) {
        return proofs.find(letter(dispatchId).id()).orElseThrow();
    }

    /** Since when it counts as received, by the terms and readings of the day on which it was drawn up. */
    @Transactional(readOnly = true)
    public BindingReceipt receipt(String dispatchId) {
        return receipt(letter(dispatchId));
    }

    private BindingReceipt receipt(Dispatch letter) {
        return BindingReceipt.of(
                proofs.find(letter.id()).orElseThrow(),
                holidays,
                agreement.termsAsOf(letter.addressedOn()),
                agreement.policiesAsOf(letter.addressedOn()));
    }

    private Dispatch letter(String dispatchId) {
        return dispatches
                .find(dispatchId)
                .orElseThrow(() -> Refusal.unknown("documentId", dispatchId + " is no letter to a Holder"));
    }
}
