package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** Whether the allocation of an offering is still that of the Holders who take part, and may be filed (2.3). */
@Component
@Implements({Clause.S2_3_C, Clause.S2_3_D})
public class StandingAllocation {

    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final RequestingHolders requesting;
    private final Waiting waiting;

    StandingAllocation(
            OfferingRepository offerings,
            AllocationRepository allocations,
            RequestingHolders requesting,
            Waiting waiting) {
        this.offerings = offerings;
        this.allocations = allocations;
        this.requesting = requesting;
        this.waiting = waiting;
    }

    /** Asked under the offering's lock, so that whatever overtakes it from now on finds the process waiting. */
    boolean stands(String offeringId) {
        offerings.lock(offeringId);
        return requesting.elections(offeringId).isEmpty()
                || allocations
                        .find(offeringId)
                        .filter(round -> round.approvedBy() != null)
                        .isPresent();
    }

    /**
     * The last look before the filing, whatever way led there.
     *
     * @throws Refusal unless counsel has approved an allocation under which nobody gets more than it asked for, all get no
     *     more than is available, and parity holds
     */
    void checkFiling(String offeringId) {
        if (!stands(offeringId)) {
            throw Refusal.conflict(
                    "offeringId",
                    "the allocation of " + offeringId + " is not approved or is overtaken",
                    Clause.S2_3_C);
        }
        if (!requesting.elections(offeringId).isEmpty()) {
            Round round = allocations.latest(offeringId);
            check(round, allocations.lines(round));
        }
    }

    private static void check(Round round, List<Line> lines) {
        BigInteger total = lines.stream().map(Line::allocated).reduce(BigInteger.ZERO, BigInteger::add);
        boolean nobodyAboveItsRequest = lines.stream()
                .allMatch(line -> line.allocated().compareTo(line.requested().min(line.held())) <= 0);
        if (!nobodyAboveItsRequest || round.available() != null && total.compareTo(round.available()) > 0) {
            throw Refusal.conflict(
                    "offeringId", "more is allocated than was asked for or remains available", Clause.S2_3_C);
        }
        if (!Boolean.TRUE.equals(round.parityHolds())) {
            throw Refusal.conflict("offeringId", "parity fails: filing is barred", Clause.S2_3_D);
        }
    }

    /** Sets the allocation aside; what was said about the market stands where only the Holders change. */
    void overtake(String offeringId, boolean limitationStands) {
        Optional<Round> round = allocations.find(offeringId);
        allocations.overtake(offeringId);
        round.filter(latest -> limitationStands && latest.limitationStands()).ifPresent(allocations::carryOver);
    }

    /** Tells the offering that its allocation is to be done again; nobody is told twice of the same. */
    public void tell(String offeringId) {
        boolean overtaken = allocations
                .find(offeringId)
                .map(Round::awaitsHolders)
                .orElseGet(() -> !requesting.elections(offeringId).isEmpty());
        if (overtaken) {
            waiting.tellOffering(offeringId, Messages.ALLOCATION_OVERTAKEN);
        }
    }
}
