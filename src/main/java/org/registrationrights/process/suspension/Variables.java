package org.registrationrights.process.suspension;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.registrationrights.suspension.HolderSuspension.Key;

/** The variables that the diagrams of this folder decide on or pass on. */
final class Variables {

    static final String OFFERING_ID = "offeringId";
    static final String OFFERING_NAME = "offeringName";
    static final String HOLDER_ID = "holderId";
    static final String HOLDER_NAME = "holderName";
    static final String DESCRIPTION = "description";
    static final String DISCOVERED_AT = "discoveredAt";

    static final String ASSESSMENT_DUE_DATE = "assessmentDueDate";
    static final String NOTICE_OWED = "noticeOwed";
    static final String ALL_SUSPENSIONS_STARTED = "allSuspensionsStarted";
    static final String ALL_HOLDERS_RELEASED = "allHoldersReleased";
    static final String PROSPECTUS_CORRECTED = "prospectusCorrected";
    static final String CORRECTION_IN_EFFECT = "correctionInEffect";
    static final String ALL_PROSPECTUSES_SENT = "allProspectusesSent";
    static final String ALL_PROSPECTUSES_RETURNED = "allProspectusesReturned";

    static final String NOTICE_SETTLED = "noticeSettled";
    static final String NOTICE_OVERDUE_AT = "noticeOverdueAt";
    static final String NOTICE_DUE_DATE = "noticeDueDate";
    static final String PROSPECTUS_SENT = "prospectusSent";
    static final String RECEIPT_OVERDUE_AT = "receiptOverdueAt";
    static final String RECEIPT_DUE_DATE = "receiptDueDate";
    static final String HOLDER_RELEASED = "holderReleased";

    private Variables() {}

    /** The event's id is the business key of its instance and of each that this calls. */
    static String eventId(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    /** By the business key: whoever completes a task may set any variable, but not this. */
    static Key holder(DelegateExecution execution) {
        return Key.of(execution.getProcessBusinessKey());
    }

    /** The timer takes the first instant that is too late; people are shown the last second before it. */
    static void setTimer(VariableScope scope, String timer, String dueDate, Instant overdueAt) {
        scope.setVariable(timer, Date.from(overdueAt));
        scope.setVariable(dueDate, Date.from(overdueAt.minusSeconds(1)));
    }
}
