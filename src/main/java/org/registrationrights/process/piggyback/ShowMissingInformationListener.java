package org.registrationrights.process.piggyback;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Tells the form whose information is still missing, and since when or until when it may be. */
@Component
class ShowMissingInformationListener implements TaskListener {

    private final InformationOfHolders information;

    ShowMissingInformationListener(InformationOfHolders information) {
        this.information = information;
    }

    @Override
    public void notify(DelegateTask task) {
        String missing = information.missing(task.getExecution().getProcessBusinessKey()).stream()
                .map(request -> request.holderId() + " (due " + request.dueOn() + ")")
                .collect(Collectors.joining(", "));
        task.setVariableLocal("missingInformation", missing);
    }
}
