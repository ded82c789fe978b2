package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.offering.CoveredShares;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows the number of the closing, and the covered shares with what was sold of them so far. */
@Component
class ShowClosingListener implements TaskListener {

    private final OfferingRepository offerings;
    private final Closings closings;
    private final FormView view;

    ShowClosingListener(OfferingRepository offerings, Closings closings, FormView view) {
        this.offerings = offerings;
        this.closings = closings;
        this.view = view;
    }

    @Override
    public void notify(DelegateTask task) {
        CoveredShares covered =
                closings.covered(offerings.get(task.getExecution().getProcessBusinessKey()));
        task.setVariableLocal("closingNumber", (long) covered.nextNumber());
        task.setVariableLocal("covered", view.of(covered.lines()));
        task.setVariableLocal("companyRegistered", covered.ofCompany() + ", sold so far " + covered.soldByCompany());
        task.setVariableLocal("othersRegistered", covered.ofOthers() + ", sold so far " + covered.soldByOthers());
    }
}
