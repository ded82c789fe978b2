package org.registrationrights.process.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.HolderRequest.Outcome;
import org.registrationrights.offering.PermittedRefusal;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Puts the request before the one who answers or keeps it, with the refusals that are permitted. */
@Component
class ShowRequestListener implements TaskListener {

    private final HolderRequests requests;
    private final FormView view;

    ShowRequestListener(HolderRequests requests, FormView view) {
        this.requests = requests;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        // what is decided is what is entered now, not what an earlier step brought along
        task.getExecution()
                .removeVariables(List.of(
                        Variables.ANSWERS,
                        Variables.CONFIDENTIALITY_AGREEMENT,
                        Variables.FULFILMENTS,
                        Variables.REQUEST_FULFILLED));
        HolderRequest request = requests.get(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal("section", request.kind().clause().citation());
        task.setVariableLocal(
                "askedFor", request.kind() == Kind.BLUE_SKY ? String.join(", ", request.states()) : request.askedFor());
        task.setVariableLocal("agreementReceived", request.confidentialityAgreement());
        task.setVariableLocal("holderSells", requests.stillSells(request));
        task.setVariableLocal("granted", granted(request));
        task.setVariableLocal(
                "grounds",
                view.of(PermittedRefusal.of(request.kind()).stream()
                        .map(ground -> Map.of("label", ground.title(), "value", ground.name()))
                        .toList()));
        task.setVariableLocal("furnished", view.of(request.fulfilments()));
    }

    private static String granted(HolderRequest request) {
        return request.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.GRANTED)
                .map(decision -> decision.item() == null ? "all of it" : decision.item())
                .collect(Collectors.joining(", "));
    }
}
