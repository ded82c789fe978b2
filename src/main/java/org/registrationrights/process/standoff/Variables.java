package org.registrationrights.process.standoff;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.standoff.StandoffHolder.Key;

/** The variables that the diagrams of this folder decide on or pass on. */
final class Variables {

    static final String OFFERING_ID = "offeringId";
    static final String OFFERING_NAME = "offeringName";
    static final String HOLDER_ID = "holderId";
    static final String HOLDER_NAME = "holderName";

    static final String DAYS = "days";
    static final String REQUESTED_BY = "requestedBy";
    static final String REQUESTER = "requester";
    static final String REQUESTED_ON = "requestedOn";
    static final String EVIDENCE = "evidence";
    static final String MANAGING_UNDERWRITER = "managingUnderwriter";
    static final String OFFERING_EFFECTIVE_AT = "offeringEffectiveAt";
    static final String OFFERING_EVIDENCE = "offeringEvidence";

    static final String PERIOD_REMAINS = "periodRemains";
    static final String STANDOFF_OVER_AT = "standoffOverAt";
    static final String LAST_DAY = "lastDay";
    static final String ALL_REQUESTS_DRAWN_UP = "allRequestsDrawnUp";
    static final String LOCKUPS_OVERDUE_AT = "lockupsOverdueAt";
    static final String LOCKUPS_DUE_DATE = "lockupsDueDate";
    static final String ALL_LOCKUPS_SETTLED = "allLockupsSettled";
    static final String ALL_FOLLOWED_UP = "allFollowedUp";
    static final String LOCKUP_SETTLED = "lockupSettled";
    static final String STOP_IMPOSED = "stopImposed";
    static final String STOP_TO_BE_LIFTED = "stopToBeLifted";

    private Variables() {}

    /** The stand-off's id is the business key of its instance and of each that this calls. */
    static String standoffId(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    /** By the business key: whoever completes a task may set any variable, but not this. */
    static Key holder(DelegateExecution execution) {
        return Key.of(execution.getProcessBusinessKey());
    }
}
