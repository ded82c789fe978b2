package org.registrationrights.process.claim;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The variables that the diagrams of this folder decide on or pass on. */
final class Variables {

    static final String OFFERING_ID = "offeringId";
    static final String CLAIMANT_ROLE = "claimantRole";
    static final String CLAIMANT = "claimant";
    static final String CLAIMANT_OF = "claimantOf";
    static final String INDEMNITOR = "indemnitor";
    static final String BASIS = "basis";
    static final String STATEMENTS = "statements";
    static final String VIOLATION = "violation";
    static final String INFORMATION_FROM = "informationFrom";
    static final String CLAIMANT_BREACH = "claimantBreach";
    static final String LOSS_CENTS = "lossCents";
    static final String ACTION = "action";
    static final String FORUM = "forum";
    static final String SERVED_ON = "servedOn";
    static final String NOTIFIED_ON = "notifiedOn";
    static final String EVIDENCE = "evidence";

    static final String CLAIM_ANSWER_DUE_DATE = "claimAnswerDueDate";
    static final String CLAIM_PAYMENT_DUE_DATE = "claimPaymentDueDate";
    static final String INDEMNITY_OWED = "indemnityOwed";
    static final String HOLDING = "holding";
    static final String CLAIM_PURSUED = "claimPursued";
    static final String AMOUNT_IS_DUE = "amountIsDue";
    static final String EXPENSE_NUMBER = "expenseNumber";
    static final String REIMBURSE_NOW = "reimburseNow";
    static final String ACTION_OVER = "actionOver";
    static final String COUNSEL_APPROVED = "counselApproved";
    static final String SEPARATE_COUNSEL_POSSIBLE = "separateCounselPossible";
    static final String SETTLEMENT_PENDING = "settlementPending";
    static final String SETTLEMENT_MADE = "settlementMade";
    static final String MADE_BY_INDEMNITOR = "madeByIndemnitor";
    static final String UNCONDITIONAL_RELEASE = "unconditionalRelease";
    static final String SETTLEMENT_CONSENTED = "settlementConsented";
    static final String CONTRIBUTION_COMPUTED = "contributionComputed";
    static final String CONTRIBUTION_DUE = "contributionDue";

    static final String GROUND = "ground";
    static final String DECIDED_BY = "decidedBy";
    static final String PAPER = "paper";
    static final String PAID_CENTS = "paidCents";
    static final String PAID_ON = "paidOn";

    private Variables() {}

    /** The claim's id is the business key of its instance and of each that this calls. */
    static String claimId(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    /** Which of the claim's expenses this run of the sub-process is about. */
    static int expense(DelegateExecution execution) {
        return ((Number) execution.getVariable(EXPENSE_NUMBER)).intValue();
    }
}
