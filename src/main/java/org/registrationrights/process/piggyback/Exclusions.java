package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.offering.ExclusionRepository;
import org.registrationrights.offering.HolderExclusion;
import org.registrationrights.offering.HolderExclusion.Reason;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holders that drop out, do not sign or do not furnish: counsel leaves them out, and the shares are allocated anew. */
@Component
@Transactional
@Implements({Clause.S2_2_A, Clause.S2_3_C})
public class Exclusions {

    private final ExclusionRepository exclusions;
    private final OfferingRepository offerings;
    private final RequestingHolders requesting;
    private final StandingAllocation allocation;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Exclusions(
            ExclusionRepository exclusions,
            OfferingRepository offerings,
            RequestingHolders requesting,
            StandingAllocation allocation,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.exclusions = exclusions;
        this.offerings = offerings;
        this.requesting = requesting;
        this.allocation = allocation;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal after the filing, while elections run, and for a Holder that does not take part */
    public void exclude(String offeringId, List<HolderExclusion> leftOut) {
        if (leftOut.isEmpty()) {
            throw Refusal.invalid("exclusions", "needs at least one Holder", Clause.S2_3_C);
        }
        Input.withoutGaps("exclusions", leftOut);
        for (int i = 0; i < leftOut.size(); i++) {
            try {
                leaveOut(offeringId, leftOut.get(i));
            } catch (Refusal refused) {
                throw refused.field().equals("offeringId") ? refused : refused.within("exclusions[" + i + "]");
            }
        }
    }

    void leaveOut(String offeringId, HolderExclusion exclusion) {
        Offering offering = offerings.lock(offeringId);
        if (!offering.phase().isBeforeFiling() || offering.phase() == Phase.ELECTION) {
            throw Refusal.conflict(
                    "offeringId",
                    "Holders of " + offeringId + " are left out between the elections and the filing; its phase is "
                            + offering.phase(),
                    Clause.S2_3_C);
        }
        if (!requesting.takesPart(offeringId, exclusion.holderId())) {
            throw Refusal.conflict(
                    "holderId", exclusion.holderId() + " does not take part in offering " + offeringId, Clause.S2_3_C);
        }
        exclusions.add(offeringId, exclusion, clock.instant(), user.id());
        allocation.overtake(offeringId, true);
        caseFile.on(new ElectionKey(offeringId, exclusion.holderId()), Clause.S2_3_C)
                .input("reason", exclusion.reason())
                .input("ground", exclusion.ground())
                .write("Holder left out of the offering");
    }

    /** Takes back in whoever was left out for want of its information; nothing where it was not, or after the filing. */
    void informationSettled(String offeringId, String holderId) {
        if (offerings.lock(offeringId).phase().isBeforeFiling()
                && exclusions.lift(offeringId, holderId, Reason.NO_INFORMATION, clock.instant())) {
            allocation.overtake(offeringId, true);
            caseFile.on(new ElectionKey(offeringId, holderId), Clause.S2_4_A)
                    .write("Holder taken back into the offering");
        }
    }
}
