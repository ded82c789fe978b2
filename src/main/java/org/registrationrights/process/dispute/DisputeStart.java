package org.registrationrights.process.dispute;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.DisputeCostRepository;
import org.registrationrights.dispute.DisputeRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the instances of a dispute and of the settlement of its costs. */
@Component
@Transactional
public class DisputeStart {

    private static final String ARBITRATION = "dispute-arbitration";
    private static final String COSTS = "dispute-costs";

    private final RuntimeService runtime;
    private final DisputeRepository disputes;
    private final DisputeCostRepository costs;

    DisputeStart(RuntimeService runtime, DisputeRepository disputes, DisputeCostRepository costs) {
        this.runtime = runtime;
        this.disputes = disputes;
        this.costs = costs;
    }

    /**
     * The engine checks that the user may, and the first step the data.
     *
     * @param disputeId null where one is to be assigned
     * @param variables the start data, as the engine's own start takes it
     */
    public Dispute start(String disputeId, Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey(ARBITRATION, disputeId, variables);
        return disputes.get(instance.getBusinessKey());
    }

    /** Bills that came when all before were approved, as of an action to enforce the award, begin another settlement. */
    public void beginForLateBills(String disputeId) {
        disputes.lock(disputeId);
        if (costs.openSheet(disputeId).isPresent() && !runs(ARBITRATION, disputeId) && !runs(COSTS, disputeId)) {
            runtime.startProcessInstanceByKey(
                    COSTS, disputeId, Map.<String, Object>of(Variables.DISPUTE_ID, disputeId));
        }
    }

    /** @throws Refusal while another settlement of the same costs runs, or the dispute's own process leads to one */
    void checkStart(String disputeId, DelegateExecution execution) {
        disputes.lock(disputeId);
        boolean anotherRuns = runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(COSTS)
                .processInstanceBusinessKey(disputeId)
                .list()
                .stream()
                .anyMatch(instance -> !instance.getId().equals(execution.getProcessInstanceId()));
        boolean called = execution.getSuperExecution() != null;
        if (anotherRuns || !called && runs(ARBITRATION, disputeId)) {
            throw Refusal.conflict(
                    Variables.DISPUTE_ID, "the costs of " + disputeId + " are being settled already", Clause.S11_6_A);
        }
    }

    private boolean runs(String process, String disputeId) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(disputeId)
                        .count()
                > 0;
    }
}
