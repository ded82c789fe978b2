package org.registrationrights.process.piggyback;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.springframework.stereotype.Component;

/** Begins what the Company owes beside the line, in an instance of its own: the offering does not wait for it. */
@Component
@Implements({Clause.S4_A, Clause.S4_B, Clause.S4_D})
class BeginObligationsDelegate implements JavaDelegate {

    private static final String PROCESS = "company-obligations";

    private final CompanyObligations obligations;
    private final RuntimeService runtime;

    BeginObligationsDelegate(CompanyObligations obligations, RuntimeService runtime) {
        this.obligations = obligations;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String offeringId = Variables.offeringId(execution);
        boolean owed = obligations.begin(offeringId);
        long running = runtime.createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(offeringId)
                .count();
        if (owed && running == 0) {
            Object name = execution.getVariable(Variables.OFFERING_NAME);
            runtime.startProcessInstanceByKey(PROCESS, offeringId, Map.of(Variables.OFFERING_NAME, name));
        }
    }
}
