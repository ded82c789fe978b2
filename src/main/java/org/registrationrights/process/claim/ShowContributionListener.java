package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ContributionRivals.Rival;
import org.registrationrights.indemnity.FaultSheet;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows who contributes what, and what it would be under the readings that were not chosen. */
@Component
class ShowContributionListener implements TaskListener {

    private record Line(String party, String fault, BigInteger raw, String cap, BigInteger contribution, String note) {

        static Line of(FaultSheet.Line line) {
            return new Line(
                    line.party(),
                    line.fault().toString(),
                    line.rawCents(),
                    line.proceeds() == null
                            ? "none"
                            : FormView.text(line.proceeds().leftNetCents()),
                    line.contributionCents(),
                    line.note() == null ? "" : line.note().name());
        }
    }

    private record Other(String reading, String contributions, String bears) {

        static Other of(Rival rival) {
            return new Other(
                    rival.reading(),
                    rival.contributionCents().entrySet().stream()
                            .map(one -> one.getKey() + " " + FormView.text(one.getValue()))
                            .collect(Collectors.joining(", ")),
                    rival.claimantBearsCents() == null
                            ? rival.status().name()
                            : FormView.text(rival.claimantBearsCents()));
        }
    }

    private final ClaimHead head;
    private final Contributions contributions;
    private final FormView view;

    ShowContributionListener(ClaimHead head, Contributions contributions, FormView view) {
        this.head = head;
        this.contributions = contributions;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        Claim claim = head.show(task);
        FaultSheet sheet = contributions.sheet(claim.id());
        task.setVariableLocal("bearsText", FormView.text(sheet.claimantBearsCents()));
        task.setVariableLocal(
                "lines", view.of(sheet.lines().stream().map(Line::of).toList()));
        task.setVariableLocal(
                "rivals",
                view.of(contributions.rivals(claim).stream().map(Other::of).toList()));
    }
}
