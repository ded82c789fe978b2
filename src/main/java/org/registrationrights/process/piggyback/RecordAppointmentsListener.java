package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores transfer agent, registrar and CUSIP number, as far as each is settled. */
@Component
class RecordAppointmentsListener extends CompletedForm {

    private final Appointments appointments;

    RecordAppointmentsListener(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        appointments.provide(
                Variables.offeringId(execution),
                input.text("transferAgent"),
                input.text("registrar"),
                input.text("cusip"),
                input.date("providedOn"));
        input.remove(List.of("transferAgent", "registrar", "cusip", "providedOn"));
    }
}
