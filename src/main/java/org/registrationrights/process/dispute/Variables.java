package org.registrationrights.process.dispute;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The variables that the diagrams decide on or show; what is in dispute stands in its row, for counsel and finance only. */
final class Variables {

    static final String CLAIM_ID = "claimId";
    static final String OFFERING_ID = "offeringId";
    static final String OFFERING_NAME = "offeringName";

    static final String SUBJECT = "subject";
    static final String RELIEF = "relief";
    static final String DEMANDED_ON = "demandedOn";
    static final String EVIDENCE = "evidence";
    static final String PARTIES = "parties";

    static final String COMPANY_DEMANDS = "companyDemands";
    static final String DISPUTE_AWAITS = "disputeAwaits";
    static final String FILING_DUE_DATE = "filingDueDate";
    static final String AWARD_FINDING = "awardFinding";

    static final String DISPUTE_ID = "disputeId";
    static final String COSTS_COMPLETE = "costsComplete";
    static final String COSTS_APPROVED = "costsApproved";
    static final String COSTS_DUE_DATE = "costsDueDate";

    private Variables() {}

    /** The dispute's id is the business key of its instance and of the one that settles its costs. */
    static String disputeId(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
