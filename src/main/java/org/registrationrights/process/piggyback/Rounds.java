package org.registrationrights.process.piggyback;

import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Round;
import org.registrationrights.offering.Cutback;
import org.registrationrights.offering.SellingHolder;
import org.springframework.stereotype.Component;

/** The cutback of a round, from what is stored of it: the same figures and reasons whenever it is asked for. */
@Component
public class Rounds {

    private final AllocationRepository allocations;
    private final Agreement agreement;

    Rounds(AllocationRepository allocations, Agreement agreement) {
        this.allocations = allocations;
        this.agreement = agreement;
    }

    public Cutback cutback(Round round) {
        List<SellingHolder> holders = allocations.lines(round).stream()
                .map(line -> new SellingHolder(line.holderId(), line.held(), line.requested()))
                .toList();
        return Cutback.allocate(
                holders, allocations.others(round), round.available(), agreement.policiesAsOf(round.snapshotOn()));
    }
}
