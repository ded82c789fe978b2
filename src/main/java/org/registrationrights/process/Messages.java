package org.registrationrights.process;

/** The messages that running instances wait for; at most one waits for a name under a business key. */
public final class Messages {

    /** Evidence of a notice's delivery came in; to a Holder's election. */
    public static final String OFFERING_NOTICE_RECEIVED = "OfferingNoticeReceived";
    /** A Holder's answer came in; to its election. */
    public static final String ELECTION_RECEIVED = "ElectionReceived";
    /** The offering goes on; to an election that is settled before its window is over. */
    public static final String ELECTION_PHASE_CLOSED = "ElectionPhaseClosed";
    /** All elections of an offering are settled; to the offering. */
    public static final String ELECTIONS_SETTLED = "ElectionsSettled";
    /** Late evidence has opened an election anew; to the offering that prepares its filing. */
    public static final String ELECTION_REOPENED = "ElectionReopened";
    /** The allocation is to be done again; to the offering that prepares its filing. */
    public static final String ALLOCATION_OVERTAKEN = "AllocationOvertaken";
    /** Signatures of Holders came in; to the offering. */
    public static final String SIGNATURES_RECEIVED = "SignaturesReceived";
    /** Information of Holders, or counsel's decision on what is missing, came in; to the offering. */
    public static final String INFORMATION_RECEIVED = "InformationReceived";
    /** Transfer agent, registrar or CUSIP number came in; to the offering. */
    public static final String APPOINTMENTS_REPORTED = "AppointmentsReported";
    /** News of a listing; to the Company's obligations beside the offering. */
    public static final String LISTING_REPORTED = "ListingReported";
    /** News of a qualification in states; to the Company's obligations beside the offering. */
    public static final String STATES_REPORTED = "StatesReported";
    /** Prospectuses were furnished; to the Company's obligations beside the offering. */
    public static final String PROSPECTUSES_REPORTED = "ProspectusesReported";
    /** The withdrawal has taken the sale; to the Company's obligations that serve it. */
    public static final String SALE_CALLED_OFF = "SaleCalledOff";
    /** The statement became effective; to the offering. */
    public static final String REGISTRATION_EFFECTIVE = "RegistrationEffective";
    /** The offering closed, for the first time or again; to the offering. */
    public static final String OFFERING_CLOSED = "OfferingClosed";
    /** Bills came in or were corrected; to the settlement of the expenses. */
    public static final String EXPENSES_REPORTED = "ExpensesReported";
    /** The Company holds the registration; to the offering that is about to file or to become effective. */
    public static final String REGISTRATION_SUSPENDED = "RegistrationSuspended";
    /** The registration goes on; to the offering that is held. */
    public static final String REGISTRATION_RESUMED = "RegistrationResumed";
    /** The Company withdrew the registration; to the offering, its elections and the requests that serve the sale. */
    public static final String REGISTRATION_WITHDRAWN = "RegistrationWithdrawn";

    private Messages() {}
}
