package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.ProspectusDelivery;
import org.registrationrights.offering.ProspectusRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows what was furnished so far, and to how many selling Holders no final prospectus was. */
@Component
class ShowProspectusesListener implements TaskListener {

    private final AllocationRepository allocations;
    private final ProspectusRepository prospectuses;
    private final FormView view;

    ShowProspectusesListener(AllocationRepository allocations, ProspectusRepository prospectuses, FormView view) {
        this.allocations = allocations;
        this.prospectuses = prospectuses;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        String offeringId = task.getExecution().getProcessBusinessKey();
        List<ProspectusDelivery> furnished = prospectuses.ofOffering(offeringId);
        List<String> selling =
                allocations.included(offeringId).stream().map(Line::holderId).toList();
        task.setVariableLocal("entered", view.of(furnished));
        task.setVariableLocal("selling", (long) selling.size());
        task.setVariableLocal("unserved", (long)
                ProspectusDelivery.missing(selling, furnished).size());
    }
}
