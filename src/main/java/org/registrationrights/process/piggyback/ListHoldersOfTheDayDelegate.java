package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.register.Holding;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.register.RegistrableShares;
import org.springframework.stereotype.Component;

/** Lists who is a Holder today: a notice goes to each of them and to nobody else. */
@Component
@Implements({Clause.S1_2_A, Clause.S1_2_B})
class ListHoldersOfTheDayDelegate implements JavaDelegate {

    private final RegisterRepository register;
    private final ElectionRepository elections;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final Clock clock;

    ListHoldersOfTheDayDelegate(
            RegisterRepository register,
            ElectionRepository elections,
            Agreement agreement,
            CaseNotes caseFile,
            Clock clock) {
        this.register = register;
        this.elections = elections;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        if (!elections.ofOffering(offeringId).isEmpty()) {
            execution.setVariable(Variables.ANY_HOLDER, true);
            return; // the offering has come back: whom to notify besides was counsel's decision
        }
        LocalDate today = agreement.day(clock.instant());
        Policies policies = agreement.policiesAsOf(today);
        List<Holding> holders = register.holdersOn(today, policies);
        for (Holding holding : holders) {
            elections.list(new ElectionKey(offeringId, holding.holder().id()), holding.registrable());
        }
        execution.setVariable(Variables.ANY_HOLDER, !holders.isEmpty());
        caseFile.on(offeringId, Clause.S1_2_A)
                .input("asOf", today)
                .policies(policies.only(RegistrableShares.POLICIES))
                .result("holders", holders.size())
                .write("Holders of the day listed");
    }
}
