package org.registrationrights.process.claim;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimExpenseRepository;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the instance of a claim, and tells it of expenses once these are stored. */
@Component
public class ClaimStart {

    private final RuntimeService runtime;
    private final ClaimRepository claims;
    private final ClaimExpenseRepository expenses;
    private final Waiting waiting;

    ClaimStart(
            RuntimeService runtime, ClaimRepository claims, ClaimExpenseRepository expenses, Waiting waiting) {
        this.runtime = runtime;
        this.claims = claims;
        this.expenses = expenses;
        this.waiting = waiting;
    }

    /**
     * The engine checks that the user may, and the first step the data.
     *
     * @param claimId null where one is to be assigned
     * @param variables the start data, as the engine's own start takes it
     */
    @Transactional
    public Claim start(String claimId, Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey("indemnification-claim", claimId, variables);
        return claims.get(instance.getBusinessKey());
    }

    /** Has the claim take an expense, unless that of a repeated report is taken already. */
    public void tellExpense(String claimId) {
        if (expenses.anyUntaken(claimId)) {
            waiting.tell(claimId, Messages.CLAIM_EXPENSE_SUBMITTED);
        }
    }
}
