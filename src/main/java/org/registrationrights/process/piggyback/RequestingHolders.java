package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.ExclusionRepository;
import org.registrationrights.offering.SellingHolder;
import org.registrationrights.register.Holding;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;

/** Who takes part in an offering: asked for inclusion in time, and is not left out by counsel. */
@Component
@Implements({Clause.S1_3_A, Clause.S2_1_E})
class RequestingHolders {

    private final ElectionRepository elections;
    private final ExclusionRepository exclusions;
    private final RegisterRepository register;
    private final Agreement agreement;

    RequestingHolders(
            ElectionRepository elections,
            ExclusionRepository exclusions,
            RegisterRepository register,
            Agreement agreement) {
        this.elections = elections;
        this.exclusions = exclusions;
        this.register = register;
        this.agreement = agreement;
    }

    List<HolderElection> elections(String offeringId) {
        Set<String> leftOut = exclusions.current(offeringId);
        return elections.ofOffering(offeringId).stream()
                .filter(election ->
                        election.requested() != null && election.requested().signum() > 0)
                .filter(election -> !leftOut.contains(election.key().holderId()))
                .toList();
    }

    boolean takesPart(String offeringId, String holderId) {
        return elections(offeringId).stream()
                .anyMatch(election -> election.key().holderId().equals(holderId));
    }

    /** What each of them holds on the day, and asks for. */
    List<SellingHolder> on(String offeringId, LocalDate day) {
        Map<String, BigInteger> held = register.holdersOn(day, agreement.policiesAsOf(day)).stream()
                .collect(Collectors.toMap(holding -> holding.holder().id(), Holding::registrable));
        return elections(offeringId).stream()
                .map(election ->
                        selling(election, held.getOrDefault(election.key().holderId(), BigInteger.ZERO)))
                .toList();
    }

    /** Who asked for all asked for all it has on this day. */
    private static SellingHolder selling(HolderElection election, BigInteger held) {
        BigInteger requested = election.answer() == Answer.Kind.ALL ? held : election.requested();
        return new SellingHolder(election.key().holderId(), held, requested);
    }
}
