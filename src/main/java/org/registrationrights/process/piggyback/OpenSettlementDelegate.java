package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Checks the start data and begins the settlement. Whoever starts it names the offering, or gives it as business key. */
@Component
@Implements(Clause.S5_A)
class OpenSettlementDelegate implements JavaDelegate {

    private final SettlementProcess process;
    private final ExpenseSettlement settlement;
    private final OfferingRepository offerings;

    OpenSettlementDelegate(SettlementProcess process, ExpenseSettlement settlement, OfferingRepository offerings) {
        this.process = process;
        this.settlement = settlement;
        this.offerings = offerings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = execution.getProcessBusinessKey() == null
                ? new Input(execution).requiredText(Variables.OFFERING_ID, 40)
                : execution.getProcessBusinessKey();
        process.checkStart(offeringId, execution);
        settlement.open(offeringId);
        execution.setProcessBusinessKey(offeringId);
        execution.setVariable(Variables.OFFERING_NAME, offerings.get(offeringId).name());
    }
}
