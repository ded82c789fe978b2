package org.registrationrights.process.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Input;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;

/** Checks the start data and stores the request. */
@Component
class RecordRequestDelegate implements JavaDelegate {

    private final HolderRequests requests;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final Agreement agreement;

    RecordRequestDelegate(
            HolderRequests requests, OfferingRepository offerings, RegisterRepository register, Agreement agreement) {
        this.requests = requests;
        this.offerings = offerings;
        this.register = register;
        this.agreement = agreement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        HolderRequest request = requests.record(
                execution.getProcessBusinessKey(),
                input.requiredText(Variables.OFFERING_ID, 40),
                input.requiredText(Variables.HOLDER_ID, 40),
                input.requiredChoice(Variables.KIND, Kind.class),
                input.text(Variables.ASKED_FOR),
                states(input.text(Variables.STATES, 400)),
                input.text(Variables.CONFIDENTIALITY_AGREEMENT),
                input.date(Variables.RECEIVED_ON),
                execution.getProcessInstanceId());
        input.remove(List.of(
                Variables.ASKED_FOR, Variables.STATES, Variables.CONFIDENTIALITY_AGREEMENT, Variables.RECEIVED_ON));
        execution.setProcessBusinessKey(request.id());
        execution.setVariable(
                Variables.OFFERING_NAME, offerings.get(request.offeringId()).name());
        execution.setVariable(
                Variables.HOLDER_NAME, register.holder(request.holderId()).name());
        execution.setVariable(Variables.REQUEST_DUE_DATE, Date.from(reminder(request)));
    }

    private static List<String> states(String text) {
        return text == null ? List.of() : Arrays.asList(text.split("[,\\s]+"));
    }

    /** The last second of the day by which an answer is expected. */
    private Instant reminder(HolderRequest request) {
        return agreement
                .startOf(request.receivedOn().plus(HolderRequest.REMINDER).plusDays(1))
                .minusSeconds(1);
    }
}
