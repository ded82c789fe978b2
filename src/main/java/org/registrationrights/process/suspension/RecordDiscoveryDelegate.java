package org.registrationrights.process.suspension;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Input;
import org.registrationrights.suspension.SuspensionEvent;
import org.springframework.stereotype.Component;

/** Checks the start data and stores the event. */
@Component
@Implements(Clause.S4_C)
class RecordDiscoveryDelegate implements JavaDelegate {

    private final Suspensions suspensions;
    private final OfferingRepository offerings;
    private final Agreement agreement;
    private final Deadlines deadlines;

    RecordDiscoveryDelegate(
            Suspensions suspensions, OfferingRepository offerings, Agreement agreement, Deadlines deadlines) {
        this.suspensions = suspensions;
        this.offerings = offerings;
        this.agreement = agreement;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        SuspensionEvent event = suspensions.record(
                execution.getProcessBusinessKey(),
                input.requiredText(Variables.OFFERING_ID, 40),
                input.requiredText(Variables.DESCRIPTION, 2000),
                input.instant(Variables.DISCOVERED_AT));
        input.remove(List.of(Variables.DESCRIPTION, Variables.DISCOVERED_AT));
        execution.setProcessBusinessKey(event.id());
        execution.setVariable(
                Variables.OFFERING_NAME, offerings.get(event.offeringId()).name());
        LocalDate lastDay = agreement.day(event.discoveredAt()).plus(deadlines.assessment());
        execution.setVariable(
                Variables.ASSESSMENT_DUE_DATE,
                Date.from(agreement.endOf(lastDay).minusSeconds(1)));
    }
}
