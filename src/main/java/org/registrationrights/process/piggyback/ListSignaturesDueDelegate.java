package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;

/** Lists which included Holders must sign the underwriting agreement, and whether the Company has. */
@Component
@Implements({Clause.S2_2_A, Clause.S4_F})
class ListSignaturesDueDelegate implements JavaDelegate {

    private final Signatures signatures;
    private final OfferingRepository offerings;
    private final OfferingPapers papers;

    ListSignaturesDueDelegate(Signatures signatures, OfferingRepository offerings, OfferingPapers papers) {
        this.signatures = signatures;
        this.offerings = offerings;
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        signatures.request(offeringId);
        offerings.enter(offeringId, Phase.UNDERWRITING_AGREEMENT);
        boolean signed = offerings.get(offeringId).registration().companySignedOn() != null;
        execution.setVariable(Variables.COMPANY_SIGNED, signed);
        papers.holderSchedule(offeringId);
    }
}
