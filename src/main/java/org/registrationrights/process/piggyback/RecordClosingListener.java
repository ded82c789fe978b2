package org.registrationrights.process.piggyback;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the closing and the sales that the form lists. */
@Component
class RecordClosingListener extends CompletedForm {

    private final OfferingFacts facts;

    RecordClosingListener(OfferingFacts facts) {
        this.facts = facts;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        facts.closed(
                Variables.offeringId(execution),
                input.requiredDate("closedOn"),
                input.listOrNone("sales", Sale.class, "nothingSold"));
        input.remove(List.of("closedOn", "sales", "nothingSold"));
    }
}
