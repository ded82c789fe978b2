package org.registrationrights.process.standoff;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Kind;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.process.piggyback.OfferingIds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The effective Public Offering that a stand-off hangs on (7). It need not have been led here: one that opened no notice,
 * or went by before this software did, is entered by the facts that matter.
 */
@Component
@Transactional
@Implements(Clause.S7_A)
class StandoffOfferings {

    /**
     * What is entered of such an offering.
     *
     * @param managingUnderwriter null if it has none
     * @param evidence the paper that shows its effectiveness
     */
    record Entered(String name, String managingUnderwriter, Instant effectiveAt, String evidence) {}

    private final OfferingRepository offerings;
    private final OfferingIds ids;
    private final Agreement agreement;
    private final Dates dates;
    private final CaseNotes caseFile;

    StandoffOfferings(
            OfferingRepository offerings, OfferingIds ids, Agreement agreement, Dates dates, CaseNotes caseFile) {
        this.offerings = offerings;
        this.ids = ids;
        this.agreement = agreement;
        this.dates = dates;
        this.caseFile = caseFile;
    }

    /** @throws Refusal where it is unknown, no Public Offering, withdrawn, or not effective */
    Offering known(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        if (offering.kind() != Kind.PUBLIC_OFFERING) {
            throw Refusal.conflict("offeringId", offeringId + " is no Public Offering", Clause.S7_A);
        }
        if (offering.phase() == Phase.WITHDRAWN) {
            throw Refusal.conflict("offeringId", offeringId + " was withdrawn", Clause.S7_A);
        }
        if (offering.registration().effectiveAt() == null) {
            throw Refusal.conflict(
                    "offeringId",
                    offeringId + " is not effective; the days are counted from its effective date",
                    Clause.S7_A);
        }
        return offering;
    }

    /**
     * Enters one that no instance here leads.
     *
     * @param offeringId null where one is to be assigned; that of an offering for which no notice was required, or a new one
     */
    Offering enter(String offeringId, Entered entered) {
        dates.notInFuture("offeringEffectiveAt", entered.effectiveAt());
        Offering offering = offeringId != null && offerings.exists(offeringId)
                ? withoutNotice(offeringId)
                : insert(ids.of("offeringId", offeringId, entered.effectiveAt()), entered);
        offerings.effective(offering.id(), entered.effectiveAt());
        caseFile.on(offering.id(), Clause.S7_A)
                .happened(entered.effectiveAt())
                .input("entered", entered)
                .result("gate", offering.gate())
                .write("Effective Public Offering without notice entered");
        return offerings.get(offering.id());
    }

    private Offering withoutNotice(String offeringId) {
        Offering offering = offerings.lock(offeringId);
        if (offering.kind() != Kind.PUBLIC_OFFERING || offering.phase() != Phase.NO_NOTICE_REQUIRED) {
            throw Refusal.conflict(
                    "offeringEffectiveAt",
                    offeringId + " is no Public Offering without notice: its effectiveness is reported to itself",
                    Clause.S7_A);
        }
        return offering;
    }

    private Offering insert(String id, Entered entered) {
        if (entered.name() == null) {
            throw Refusal.invalid("offeringName", "is required for an offering that is not known here", Clause.S7_A);
        }
        Offering offering = Offering.determined(
                id,
                entered.name(),
                Kind.PUBLIC_OFFERING,
                entered.managingUnderwriter() != null,
                entered.managingUnderwriter(),
                BigInteger.ZERO,
                entered.effectiveAt(),
                gate(entered.effectiveAt()));
        offerings.insert(offering);
        return offering;
    }

    /** Why no notice was owed; or that it was, and was given elsewhere or not at all. */
    private OfferingGate.Result gate(Instant at) {
        LocalDate day = dates.day(at);
        Instant series2aClosedAt = agreement.series2aClosing() == null
                ? null
                : agreement.series2aClosing().closedAt();
        return OfferingGate.of(
                        Offering.planned(Kind.PUBLIC_OFFERING, at),
                        series2aClosedAt,
                        agreement.termsAsOf(day),
                        agreement.policiesAsOf(day))
                .result();
    }
}
