package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** Marks the offering withdrawn, from whatever state it was in. */
@Component
@Implements(Clause.S8_A)
class RecordWithdrawalDelegate implements JavaDelegate {

    private final OfferingRepository offerings;
    private final CaseNotes caseFile;

    RecordWithdrawalDelegate(OfferingRepository offerings, CaseNotes caseFile) {
        this.offerings = offerings;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        caseFile.on(offeringId, Clause.S8_A)
                .input("phase", offerings.get(offeringId).phase())
                .write("Offering withdrawn");
        offerings.enter(offeringId, Phase.WITHDRAWN);
    }
}
