package org.registrationrights.process.piggyback;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.HolderRequestRepository;
import org.registrationrights.offering.StateQualification;
import org.registrationrights.offering.StateQualificationRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows the states entered so far, and what Holders asked for. */
@Component
class ShowStatesListener implements TaskListener {

    private record Asked(String requestId, String holderId, String states, HolderRequest.State state) {}

    private final StateQualificationRepository states;
    private final HolderRequestRepository requests;
    private final FormView view;

    ShowStatesListener(StateQualificationRepository states, HolderRequestRepository requests, FormView view) {
        this.states = states;
        this.requests = requests;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        String offeringId = task.getExecution().getProcessBusinessKey();
        Collection<StateQualification> entered = states.latest(offeringId).values();
        List<Asked> asked = requests.ofOffering(offeringId).stream()
                .filter(request -> request.kind() == Kind.BLUE_SKY)
                .map(request -> new Asked(
                        request.id(), request.holderId(), String.join(", ", request.states()), request.state()))
                .toList();
        task.setVariableLocal("entered", view.of(List.copyOf(entered)));
        task.setVariableLocal("asked", view.of(asked));
    }
}
