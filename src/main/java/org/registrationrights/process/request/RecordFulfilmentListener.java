package org.registrationrights.process.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.HolderRequest.Fulfilment;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the evidence that a grant was kept, as often as there is some, until nothing remains to be done. */
@Component
class RecordFulfilmentListener extends CompletedForm {

    private record Line(String state, String what, LocalDate furnishedOn, String how) {}

    private final HolderRequests requests;
    private final CurrentUser user;
    private final Clock clock;

    RecordFulfilmentListener(HolderRequests requests, CurrentUser user, Clock clock) {
        this.requests = requests;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        boolean complete = input.ticked(Variables.REQUEST_FULFILLED);
        Instant now = clock.instant();
        List<Fulfilment> evidence =
                input.listOrNone(Variables.FULFILMENTS, Line.class, Variables.REQUEST_FULFILLED).stream()
                        .map(line -> new Fulfilment(line.state, line.what, line.furnishedOn, line.how, user.id(), now))
                        .toList();
        requests.fulfil(execution.getProcessBusinessKey(), evidence, complete);
        input.remove(List.of(Variables.FULFILMENTS));
        execution.setVariable(Variables.REQUEST_FULFILLED, complete);
    }
}
