package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** Lists which included Holders must sign the underwriting agreement. */
@Component
@Implements(Clause.S2_2_A)
class ListSignaturesDueDelegate implements JavaDelegate {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final SignatureRepository signatures;
    private final OfferingPapers papers;
    private final CaseNotes caseFile;

    ListSignaturesDueDelegate(
            OfferingRepository offerings,
            AllocationRepository allocations,
            SignatureRepository signatures,
            OfferingPapers papers,
            CaseNotes caseFile) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.signatures = signatures;
        this.papers = papers;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        List<String> due = offerings.get(offeringId).holdersMustSign()
                ? allocations.included(offeringId).stream().map(Line::holderId).toList()
                : List.of();
        signatures.due(offeringId, due);
        boolean anyMissing = signatures.all(offeringId).stream().anyMatch(signature -> signature.signedOn() == null);
        execution.setVariable(Variables.HOLDERS_MUST_SIGN, anyMissing);
        caseFile.on(offeringId, Clause.S2_2_A).result("due", due).write("Signatures due listed");
        papers.holderSchedule(offeringId);
    }
}
