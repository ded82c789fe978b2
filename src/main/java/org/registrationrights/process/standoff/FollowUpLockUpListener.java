package org.registrationrights.process.standoff;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.DeliveryForm;
import org.registrationrights.standoff.Lockup;
import org.registrationrights.standoff.Lockup.Counterparty;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.springframework.stereotype.Component;

/** Stores what came of the follow-up. */
@Component
class FollowUpLockUpListener extends CompletedForm {

    private enum Resolution {
        SIGNED,
        DELIVERED,
        GIVEN_UP
    }

    private final LockUps lockUps;

    FollowUpLockUpListener(LockUps lockUps) {
        this.lockUps = lockUps;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        Key key = Variables.holder(execution);
        switch (input.requiredChoice("resolution", Resolution.class)) {
            case SIGNED ->
                lockUps.recordLockup(
                        key,
                        new Lockup(
                                key.holderId(),
                                input.requiredDate("signedOn"),
                                input.requiredChoice("with", Counterparty.class),
                                input.requiredText(Variables.EVIDENCE, 500)));
            case DELIVERED -> lockUps.recordDelivery(key, DeliveryForm.read(input));
            case GIVEN_UP -> lockUps.giveUp(key, input.requiredText("ground", 1000));
        }
        input.remove(List.of("resolution", "signedOn", "with", Variables.EVIDENCE, "ground"));
        input.remove(DeliveryForm.FIELDS);
    }
}
