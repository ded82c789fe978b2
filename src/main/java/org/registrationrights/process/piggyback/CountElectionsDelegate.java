package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.springframework.stereotype.Component;

/** Counts who asked for inclusion in time; without anybody the offering goes on without Holders. */
@Component
@Implements(Clause.S2_1_E)
class CountElectionsDelegate implements JavaDelegate {

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final CaseNotes caseFile;

    CountElectionsDelegate(ElectionRepository elections, OfferingRepository offerings, CaseNotes caseFile) {
        this.elections = elections;
        this.offerings = offerings;
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        List<BigInteger> requests = elections.ofOffering(offeringId).stream()
                .map(HolderElection::requested)
                .filter(requested -> requested != null && requested.signum() > 0)
                .toList();
        offerings.enter(offeringId, Phase.ALLOCATION);
        caseFile.on(offeringId, Clause.S2_1_E)
                .result("electing", requests.size())
                .result("requested", requests.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .write("Elections closed");
    }
}
