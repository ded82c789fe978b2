package org.registrationrights.process.piggyback;

import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionWindow;

/** The variables that the diagrams of this folder decide on or pass on. */
final class Variables {

    static final String GATE_RESULT = "gateResult";
    static final String ANY_HOLDER = "anyHolder";
    static final String ALL_ELECTIONS_STARTED = "allElectionsStarted";
    static final String ALL_ELECTIONS_SETTLED = "allElectionsSettled";
    static final String ALL_ELECTIONS_ENDED = "allElectionsEnded";
    static final String HOLDERS_ELECTED = "holdersElected";

    static final String OFFERING_ID = "offeringId";
    static final String OFFERING_NAME = "offeringName";
    static final String HOLDER_ID = "holderId";
    static final String HOLDER_NAME = "holderName";
    static final String REGISTRABLE_SHARES = "registrableShares";
    static final String NOTICE_GIVEN = "noticeGiven";
    static final String NOTICE_BASIS = "noticeBasis";
    static final String ELECTION_CLOSES_AT = "electionClosesAt";
    static final String ELECTION_DUE_DATE = "electionDueDate";
    static final String ELECTION_LAST_DAY = "electionLastDay";
    static final String ELECTION_REMINDER_AT = "electionReminderAt";
    static final String NOTICE_OVERDUE_AT = "noticeOverdueAt";
    static final String GOES_ON_WITHOUT_NOTICE = "goesOnWithoutNotice";
    static final String ELECTION_CLOSED = "electionClosed";

    static final String COMMUNICATION_ID = "communicationId";
    static final String COMMUNICATION_SENTENCE = "communicationSentence";
    static final String COMPANY_MAY_DECIDE = "companyMayDecide";
    static final String COMMUNICATION_LET_IN = "communicationLetIn";

    static final String PARITY_HOLDS = "parityHolds";
    static final String LIMITATION_IMPOSED = "limitationImposed";
    static final String RETURN_SENTENCE = "returnSentence";
    static final String ALLOCATION_APPROVED = "allocationApproved";
    static final String LIMITATION_STANDS = "limitationStands";
    static final String ALLOCATION_STANDS = "allocationStands";
    static final String COMPANY_SIGNED = "companySigned";
    static final String SIGNATURES_SETTLED = "signaturesSettled";
    static final String SIGNATURES_OVERDUE_AT = "signaturesOverdueAt";
    static final String SIGNATURES_DUE_DATE = "signaturesDueDate";
    static final String NOT_SUSPENDED = "notSuspended";
    static final String ANYBODY_TO_TELL = "anybodyToTell";
    static final String OBLIGATION_ENDS_AT = "obligationEndsAt";
    static final String NOBODY_IS_NEW = "nobodyIsNew";
    static final String STATEMENT_FILED = "statementFiled";
    static final String INFORMATION_SETTLED = "informationSettled";
    static final String INFORMATION_OVERDUE_AT = "informationOverdueAt";
    static final String INFORMATION_DUE_DATE = "informationDueDate";
    static final String APPOINTMENTS_COMPLETE = "appointmentsComplete";
    static final String STATEMENT_EFFECTIVE = "statementEffective";
    static final String LISTING_SETTLED = "listingSettled";
    static final String STATES_SETTLED = "statesSettled";
    static final String PROSPECTUSES_SETTLED = "prospectusesSettled";
    static final String FINAL_CLOSING_MADE = "finalClosingMade";
    static final String EXPENSES_COMPLETE = "expensesComplete";
    static final String EXPENSES_APPROVED = "expensesApproved";

    private Variables() {}

    /** The timer takes the first instant that is too late; people are shown the last second before it. */
    static void setTimers(DelegateExecution execution, ElectionWindow window) {
        execution.setVariable(ELECTION_CLOSES_AT, date(window.deadlineExclusive()));
        execution.setVariable(ELECTION_DUE_DATE, date(window.lastSecond()));
        execution.setVariable(ELECTION_REMINDER_AT, date(window.reminderAt()));
        execution.setVariable(ELECTION_LAST_DAY, window.lastDay().toString());
    }

    private static Date date(ZonedDateTime instant) {
        return Date.from(instant.toInstant());
    }

    /** The offering's id is the business key of the main instance and of each that it calls. */
    static String offeringId(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    /** By the business key: whoever completes a task may set any variable, but not this. */
    static ElectionKey election(DelegateExecution execution) {
        return ElectionKey.of(execution.getProcessBusinessKey());
    }
}
