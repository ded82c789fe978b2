package org.registrationrights.process.standoff;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.Offering;
import org.registrationrights.process.Input;
import org.registrationrights.process.standoff.StandoffOfferings.Entered;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.StandoffRequest.Requester;
import org.springframework.stereotype.Component;

/** Checks the start data and stores the stand-off, with its offering where that is not known here. */
@Component
@Implements(Clause.S7_A)
class RecordStandOffDelegate implements JavaDelegate {

    private static final List<String> START_DATA = List.of(
            Variables.REQUESTED_BY,
            Variables.REQUESTER,
            Variables.DAYS,
            Variables.REQUESTED_ON,
            Variables.EVIDENCE,
            Variables.MANAGING_UNDERWRITER,
            Variables.OFFERING_EFFECTIVE_AT,
            Variables.OFFERING_EVIDENCE);

    private final Standoffs standoffs;
    private final StandoffOfferings offerings;

    RecordStandOffDelegate(Standoffs standoffs, StandoffOfferings offerings) {
        this.standoffs = standoffs;
        this.offerings = offerings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        Offering offering = offering(input);
        Standoff standoff = standoffs.record(
                execution.getProcessBusinessKey(),
                offering,
                input.requiredChoice(Variables.REQUESTED_BY, Requester.class),
                input.requiredText(Variables.REQUESTER, 200),
                input.requiredCount(Variables.DAYS),
                input.date(Variables.REQUESTED_ON),
                input.requiredText(Variables.EVIDENCE, 500));
        input.remove(START_DATA);
        execution.setProcessBusinessKey(standoff.id());
        execution.setVariable(Variables.OFFERING_ID, offering.id());
        execution.setVariable(Variables.OFFERING_NAME, offering.name());
        standoffs.show(execution::setVariable, standoff);
    }

    private Offering offering(Input input) {
        Instant effectiveAt = input.instant(Variables.OFFERING_EFFECTIVE_AT);
        return effectiveAt == null
                ? offerings.known(input.requiredText(Variables.OFFERING_ID, 40))
                : offerings.enter(
                        input.text(Variables.OFFERING_ID, 40),
                        new Entered(
                                input.text(Variables.OFFERING_NAME, 200),
                                input.text(Variables.MANAGING_UNDERWRITER, 200),
                                effectiveAt,
                                input.requiredText(Variables.OFFERING_EVIDENCE, 500)));
    }
}
