package org.registrationrights.process.piggyback;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.AllocationSheet;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows the one who decides on the limitation why the figures came back, and how parity could be reached. */
@Component
@Implements(Clause.S2_3_D)
class ShowLimitationListener implements TaskListener {

    private final AllocationRepository allocations;
    private final Rounds rounds;
    private final FormView view;

    ShowLimitationListener(AllocationRepository allocations, Rounds rounds, FormView view) {
        this.allocations = allocations;
        this.rounds = rounds;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        Optional<Round> round = allocations.find(task.getExecution().getProcessBusinessKey());
        List<?> proposal = round.filter(latest -> Boolean.FALSE.equals(latest.parityHolds()))
                .map(latest -> AllocationSheet.of(rounds.cutback(latest)).proposal())
                .orElse(null);
        task.setVariableLocal("anyProposal", proposal != null);
        task.setVariableLocal("proposal", view.of(proposal == null ? List.of() : proposal));
        task.setVariableLocal(
                "counselsGround",
                round.filter(Round::sentBack).map(Round::ground).orElse(""));
    }
}
