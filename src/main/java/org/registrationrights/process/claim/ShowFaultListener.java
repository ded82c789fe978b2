package org.registrationrights.process.claim;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.Contribution;
import org.registrationrights.indemnity.ContributionClaim.Finder;
import org.registrationrights.indemnity.FaultSheet;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.FormView;
import org.registrationrights.process.piggyback.Closings;
import org.springframework.stereotype.Component;

/** Shows what proceeds cap the Holders, and why a sheet could not be computed. */
@Component
class ShowFaultListener implements TaskListener {

    private record Line(String holderId, String gross, String discount, String used) {}

    private final ClaimHead head;
    private final Claims claims;
    private final Contributions contributions;
    private final Statements statements;
    private final HolderProceeds proceeds;
    private final Closings closings;
    private final OfferingRepository offerings;
    private final FormView view;

    ShowFaultListener(
            ClaimHead head,
            Claims claims,
            Contributions contributions,
            Statements statements,
            HolderProceeds proceeds,
            Closings closings,
            OfferingRepository offerings,
            FormView view) {
        this.head = head;
        this.claims = claims;
        this.contributions = contributions;
        this.statements = statements;
        this.proceeds = proceeds;
        this.closings = closings;
        this.offerings = offerings;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        Claim claim = head.show(task);
        Offering offering = offerings.get(claim.offeringId());
        List<Line> lines = closings.covered(offering).registered().keySet().stream()
                .map(holder -> line(offering, claim, holder))
                .toList();
        task.setVariableLocal("statements", view.of(statements.of(offering.id())));
        task.setVariableLocal("proceeds", view.of(lines));
        task.setVariableLocal(
                "holdingText", claims.finder(claim.id()) == Finder.ARBITRATOR ? "by the arbitrator" : "by a court");
        task.setVariableLocal(
                "lastStatus",
                contributions
                        .latest(claim.id())
                        .map(FaultSheet::status)
                        .filter(Objects::nonNull)
                        .map(ShowFaultListener::status)
                        .orElse(""));
    }

    private Line line(Offering offering, Claim claim, String holder) {
        return proceeds.known(offering, holder, claim.id())
                .map(known -> new Line(
                        holder,
                        FormView.text(known.grossCents()),
                        FormView.text(known.discountCents()),
                        FormView.text(known.capUsedCents())))
                .orElse(new Line(holder, "not reported", "", ""));
    }

    private static String status(Contribution.Status status) {
        return switch (status) {
            case COMPUTED -> "";
            case NOT_TRIGGERED ->
                "The last sheet was not computed: by the reading that is set, only a court's holding counts.";
            case FAULT_UNDETERMINED ->
                "The last sheet was not computed: nobody was at fault in it, and the agreement gives no measure for that;"
                        + " weigh the other equitable considerations.";
            case FAULT_EXCEEDS_ONE ->
                "The last sheet was not computed: by the reading that is set, weights are parts of one.";
        };
    }
}
