package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.RegistrationDecisionRepository;
import org.registrationrights.offering.RegistrationDecisionRepository.Decision;
import org.registrationrights.offering.RegistrationDecisionRepository.Kind;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.request.RequestProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Suspension, resumption and withdrawal of a registration: at any time, at the Company's sole discretion (8). A suspension
 * holds the filing and the effectiveness; windows of Holders run on.
 */
@Component
@Transactional
@Implements(Clause.S8_A)
public class RegistrationDecisions {

    private final OfferingRepository offerings;
    private final RegistrationDecisionRepository decisions;
    private final Closings closings;
    private final CompanyObligations obligations;
    private final SettlementProcess settlement;
    private final Waiting waiting;
    private final RequestProcess requests;
    private final RuntimeService runtime;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    RegistrationDecisions(
            OfferingRepository offerings,
            RegistrationDecisionRepository decisions,
            Closings closings,
            CompanyObligations obligations,
            SettlementProcess settlement,
            Waiting waiting,
            RequestProcess requests,
            RuntimeService runtime,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.offerings = offerings;
        this.decisions = decisions;
        this.closings = closings;
        this.obligations = obligations;
        this.settlement = settlement;
        this.waiting = waiting;
        this.requests = requests;
        this.runtime = runtime;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal where it is suspended already, or there is no registration to suspend */
    public void suspended(String offeringId, Instant suspendedAt) {
        Offering offering = lockRegistration(offeringId);
        if (offering.registration().suspendedAt() != null) {
            throw Refusal.conflict(
                    "offeringId",
                    offeringId + " is suspended since "
                            + offering.registration().suspendedAt(),
                    Clause.S8_A);
        }
        store(offering, Kind.SUSPENDED, "suspendedAt", suspendedAt);
        offerings.suspended(offeringId, suspendedAt);
    }

    /** @throws Refusal where it is not suspended, and for an instant before the suspension */
    public void resumed(String offeringId, Instant resumedAt) {
        Offering offering = lockRegistration(offeringId);
        Instant suspendedAt = offering.registration().suspendedAt();
        if (suspendedAt == null) {
            throw Refusal.conflict("offeringId", offeringId + " is not suspended", Clause.S8_A);
        }
        if (resumedAt.isBefore(suspendedAt)) {
            throw Refusal.invalid("resumedAt", resumedAt + " is before the suspension, " + suspendedAt, Clause.S8_A);
        }
        store(offering, Kind.RESUMED, "resumedAt", resumedAt);
        offerings.suspended(offeringId, null);
    }

    /** Ends the offering, and whatever is still registered after a closing. What was sold stays sold. */
    public void withdrawn(String offeringId, Instant withdrawnAt) {
        Offering offering = lockRegistration(offeringId);
        closings.ceaseSoldShares(offeringId);
        store(offering, Kind.WITHDRAWN, "withdrawnAt", withdrawnAt);
        offerings.withdrawn(offeringId, withdrawnAt);
    }

    /** @throws Refusal while the Company holds the registration; asked under the offering's lock */
    void checkGoesOn(String offeringId) {
        Instant suspendedAt = offerings.lock(offeringId).registration().suspendedAt();
        if (suspendedAt != null) {
            throw Refusal.conflict(
                    "offeringId",
                    offeringId + " is suspended since " + suspendedAt + "; it must be resumed first",
                    Clause.S8_A);
        }
    }

    /** Whether the filing line may go on; what is decided from now on finds it waiting. */
    boolean goesOn(String offeringId) {
        return offerings.lock(offeringId).registration().suspendedAt() == null;
    }

    /** Tells the processes of the offering, and has every Holder told. */
    public void tell(String offeringId) {
        List<Decision> all = decisions.ofOffering(offeringId);
        switch (all.get(all.size() - 1).kind()) {
            case SUSPENDED -> waiting.tellOffering(offeringId, Messages.REGISTRATION_SUSPENDED);
            case RESUMED -> waiting.tellOffering(offeringId, Messages.REGISTRATION_RESUMED);
            case WITHDRAWN -> {
                waiting.tellOffering(offeringId, Messages.REGISTRATION_WITHDRAWN);
                if (obligations.areMootIn(offerings.get(offeringId))) {
                    waiting.tellOffering(offeringId, Messages.SALE_CALLED_OFF);
                }
                requests.tellWithdrawal(offeringId);
                settlement.beginAfterWithdrawal(offeringId);
            }
        }
        startNotifications(offeringId);
    }

    /** Once for each decision, whoever comes first. */
    private void startNotifications(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        decisions.ofOffering(offeringId).stream()
                .filter(decision -> decision.processInstanceId() == null)
                .forEach(decision -> decisions.started(
                        decision,
                        runtime.startProcessInstanceByKey(
                                        "holder-notification",
                                        decision.businessKey(),
                                        Map.of(
                                                Variables.OFFERING_ID,
                                                offeringId,
                                                Variables.OFFERING_NAME,
                                                offering.name()))
                                .getId()));
    }

    private Offering lockRegistration(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        if (offering.phase() == Phase.WITHDRAWN || offering.phase() == Phase.NO_NOTICE_REQUIRED) {
            throw Refusal.conflict(
                    "offeringId", offeringId + " is over: its phase is " + offering.phase(), Clause.S8_A);
        }
        return offering;
    }

    private void store(Offering offering, Kind kind, String field, Instant decidedAt) {
        dates.notInFuture(field, decidedAt);
        decisions.add(offering.id(), kind, decidedAt, clock.instant(), user.id());
        caseFile.on(offering.id(), Clause.S8_A)
                .happened(decidedAt)
                .input("phase", offering.phase())
                .input(field, decidedAt)
                .write(
                        switch (kind) {
                            case SUSPENDED -> "Registration suspended";
                            case RESUMED -> "Registration resumed";
                            case WITHDRAWN -> "Registration withdrawn";
                        });
    }
}
