package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final ObjectMapper json;

    RecordClosingListener(OfferingFacts facts, ObjectMapper json) {
        this.facts = facts;
        this.json = json;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        facts.closed(
                Variables.offeringId(execution),
                input.requiredDate("closedOn"),
                input.list("sales", json, new TypeReference<List<Sale>>() {}));
        input.remove(List.of("closedOn", "sales"));
    }
}
