package org.registrationrights.process.piggyback;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.springframework.stereotype.Component;

/** Draws up the notice to one Holder, under a dispatch id that a retried job finds again. */
@Component
@Implements(Clause.S2_1_B)
class DrawUpNoticeDelegate implements JavaDelegate {

    private final ElectionRepository elections;
    private final OfferingCorrespondence letters;
    private final Clock clock;

    DrawUpNoticeDelegate(ElectionRepository elections, OfferingCorrespondence letters, Clock clock) {
        this.elections = elections;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ElectionKey key = Variables.election(execution);
        if (elections.lock(key).dispatchId() != null) {
            return; // opened again: the notice stands
        }
        String dispatchId = key.businessKey() + ":notice";
        elections.dispatched(key, dispatchId, clock.instant());
        letters.notice(key, dispatchId);
    }
}
