package org.registrationrights.process.dispute;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.DisputeParty;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Puts the dispute before whoever decides in it, in the task alone: nobody else sees the task's own variables. */
@Component
class ShowDisputeListener implements TaskListener {

    private final DisputeRepository disputes;
    private final FormView view;

    ShowDisputeListener(DisputeRepository disputes, FormView view) {
        this.disputes = disputes;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        Dispute dispute = disputes.get(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal("dispute", title(dispute));
        task.setVariableLocal("inDispute", dispute.subject());
        task.setVariableLocal("reliefAsked", dispute.relief());
        task.setVariableLocal("aboutClaim", dispute.claimId() != null);
        task.setVariableLocal("sides", view.of(dispute.parties()));
        task.setVariableLocal(
                "awarded", dispute.outcome() == null ? "" : dispute.outcome().terms());
    }

    private static String title(Dispute dispute) {
        String parties = dispute.parties().stream().map(DisputeParty::name).collect(Collectors.joining(", "));
        String about = dispute.claimId() == null ? "" : ", about " + dispute.claimId();
        String file =
                dispute.filing() == null ? "" : ", JAMS " + dispute.filing().jamsNumber();
        return dispute.id() + file + about + ", between " + parties;
    }
}
