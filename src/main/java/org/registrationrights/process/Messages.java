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
    /** Later evidence or the withdrawal has settled what was left open; to the instance that has a person decide. */
    public static final String COMMUNICATION_SETTLED = "CommunicationSettled";
    /** A second person has decided on a correction of evidence; to the correction. */
    public static final String CORRECTION_DECIDED = "CorrectionDecided";
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
    /** The Company withdrew the registration; to the offering, its elections, corrections, and requests. */
    public static final String REGISTRATION_WITHDRAWN = "RegistrationWithdrawn";
    /** The prospectus in use may be misleading; starts {@code prospectus-suspension}. */
    public static final String MISSTATEMENT_DISCOVERED = "MisstatementDiscovered";
    /** Evidence came in that a notice under 4(c) was delivered; to a Holder's suspension. */
    public static final String STOP_NOTICE_RECEIVED = "StopNoticeReceived";
    /** The prospectus is supplemented or amended; to each event that this corrects. */
    public static final String PROSPECTUS_CORRECTED = "ProspectusCorrected";
    /** The SEC declared the amendment effective; to each event that it corrects. */
    public static final String AMENDMENT_EFFECTIVE = "AmendmentEffective";
    /** Copies of the corrected prospectus are drawn up for the Holder; to its suspension. */
    public static final String CORRECTED_PROSPECTUS_SENT = "CorrectedProspectusSent";
    /** Evidence came in that they were delivered; to a Holder's suspension. */
    public static final String CORRECTED_PROSPECTUS_RECEIVED = "CorrectedProspectusReceived";
    /** Every covered Holder is free again; to the event. */
    public static final String HOLDERS_RELEASED = "HoldersReleased";
    /** Old prospectuses came back; to the event. */
    public static final String PROSPECTUSES_RETURNED = "ProspectusesReturned";
    /** Lock-ups, or evidence of the request's delivery, came in; to the stand-off. */
    public static final String LOCKUPS_RECEIVED = "LockupsReceived";
    /** The same for one Holder; to its follow-up. */
    public static final String LOCKUP_RECEIVED = "LockupReceived";
    /** A demand was filed, a dispute ended, or somebody found who prevails; to the dispute. */
    public static final String DISPUTE_REPORTED = "DisputeReported";
    /** Bills of a dispute came in or were corrected; to the settlement of its costs. */
    public static final String DISPUTE_COSTS_REPORTED = "DisputeCostsReported";
    /** An arbitrator, or a court, has held on the indemnity; to the claim, which looks at what is stored. */
    public static final String AWARD_RENDERED = "AwardRendered";
    /** An expense of the action was submitted; to the claim, each time. */
    public static final String CLAIM_EXPENSE_SUBMITTED = "ClaimExpenseSubmitted";
    /** Somebody proposes to settle the action; to the claim that is defended. */
    public static final String SETTLEMENT_PROPOSED = "SettlementProposed";

    private Messages() {}
}
