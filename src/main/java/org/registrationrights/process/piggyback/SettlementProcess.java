package org.registrationrights.process.piggyback;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins settlements of costs beside the offering's own process, which begins the one after the final closing: after a
 * withdrawal, and for bills that come when all before are approved. One runs at a time.
 */
@Component
@Transactional
@Implements(Clause.S5_A)
public class SettlementProcess {

    private static final String PROCESS = "expense-settlement";

    private final RuntimeService runtime;
    private final OfferingRepository offerings;
    private final ExpenseRepository expenses;

    SettlementProcess(RuntimeService runtime, OfferingRepository offerings, ExpenseRepository expenses) {
        this.runtime = runtime;
        this.offerings = offerings;
        this.expenses = expenses;
    }

    /**
     * The Company bears the costs of a withdrawn registration too. They are settled once, however often this is told; a
     * settlement that the withdrawal has interrupted with the offering goes on.
     */
    void beginAfterWithdrawal(String offeringId) {
        offerings.lock(offeringId);
        if (expenses.settlements(offeringId).isEmpty()
                || expenses.openSettlement(offeringId).isPresent()) {
            begin(offeringId);
        }
    }

    /** Bills that came when all before were approved begin another. */
    public void beginForLateBills(String offeringId) {
        offerings.lock(offeringId);
        boolean approvedBefore = !expenses.settlements(offeringId).isEmpty()
                && expenses.openSettlement(offeringId).isEmpty();
        if (approvedBefore && expenses.bills(offeringId).stream().anyMatch(Bill::isOpen)) {
            begin(offeringId);
        }
    }

    /** @throws Refusal while another settlement runs, or the offering's own process is about to begin the first */
    void checkStart(String offeringId, DelegateExecution execution) {
        Offering offering = offerings.lock(offeringId);
        boolean anotherRuns = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(offeringId)
                .list()
                .stream()
                .anyMatch(instance -> !instance.getId().equals(execution.getProcessInstanceId()));
        boolean called = execution.getSuperExecution() != null;
        boolean isAboutToBeCalled = !called
                && offering.phase() == Phase.CLOSED
                && expenses.settlements(offeringId).isEmpty()
                && runs("piggyback-registration", offeringId);
        if (anotherRuns || isAboutToBeCalled) {
            throw Refusal.conflict(
                    "offeringId", "the costs of " + offeringId + " are being settled already", Clause.S5_A);
        }
    }

    private void begin(String offeringId) {
        if (!runs(PROCESS, offeringId)) {
            runtime.startProcessInstanceByKey(
                    PROCESS, offeringId, Map.<String, Object>of(Variables.OFFERING_ID, offeringId));
        }
    }

    private boolean runs(String process, String offeringId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(offeringId)
                        .count()
                > 0;
    }
}
