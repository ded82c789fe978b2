package org.registrationrights.process.piggyback;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.process.FormView;
import org.registrationrights.process.StepsView;
import org.springframework.stereotype.Component;

/** Shows with the form how the last day of the Holder's window came about, and what is on record. */
@Component
class ShowWindowListener implements TaskListener {

    private record Line(String id, String what, String givenOn, String remarks) {

        static Line of(CommunicationView one) {
            String shares = one.shares() == null ? "" : " of " + one.shares();
            String what = one.answer() == null ? "Notice" : "Answer " + one.answer() + shares;
            String remarks =
                    one.flags().stream().map(CommunicationView.Flagged::reason).collect(Collectors.joining("; "));
            return new Line(
                    one.id(),
                    what + " by " + one.delivery().method(),
                    String.valueOf(one.givenOn() == null ? one.status() : one.givenOn()),
                    one.standing() == CommunicationView.Standing.STANDS ? remarks : one.standing() + "; " + remarks);
        }
    }

    private final ElectionEvidence evidence;
    private final Communications communications;
    private final StepsView steps;
    private final FormView table;

    ShowWindowListener(ElectionEvidence evidence, Communications communications, StepsView steps, FormView table) {
        this.evidence = evidence;
        this.communications = communications;
        this.steps = steps;
        this.table = table;
    }

    @Override
    public void notify(DelegateTask task) {
        ElectionKey key = ElectionKey.of(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal("steps", steps.of(evidence.notice(key).explain(null)));
        task.setVariableLocal(
                "recorded",
                table.of(communications.ofHolder(key).stream().map(Line::of).toList()));
    }
}
