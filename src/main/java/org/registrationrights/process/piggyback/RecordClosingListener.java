package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.Closing.Reported;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the closing and the sales that the form lists. */
@Component
class RecordClosingListener extends CompletedForm {

    private final Closings closings;

    RecordClosingListener(Closings closings) {
        this.closings = closings;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        closings.report(
                Variables.offeringId(execution),
                new Reported(
                        null,
                        input.requiredDate("closedOn"),
                        input.requiredBoolean("finalClosing"),
                        input.count("companySold"),
                        input.count("othersSold"),
                        input.listOrNone("sales", Sale.class, "nothingSold")));
        input.remove(List.of("closedOn", "finalClosing", "companySold", "othersSold", "sales", "nothingSold"));
    }
}
