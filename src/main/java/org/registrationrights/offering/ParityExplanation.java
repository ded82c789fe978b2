package org.registrationrights.offering;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.ParityMeasure;
import org.registrationrights.agreement.Policies.ParityUnit;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.offering.Cutback.Share;
import org.registrationrights.offering.Parity.Benchmark;
import org.registrationrights.offering.ParityProposal.Border;
import org.registrationrights.offering.ParityProposal.Deal;

/** Tells how the comparison with other sellers and the proposal came about (2.3), for all Holders or for one. */
final class ParityExplanation {

    private final Cutback cutback;
    private final Policies policies;
    private final Parity parity;
    private final List<OtherSeller> compared;
    private final Explanation told;

    /** The one that is asked about; null where all are. */
    private final Share own;

    ParityExplanation(Cutback cutback, Explanation told, Share own) {
        this.cutback = cutback;
        this.policies = cutback.ownership().policies();
        this.parity = cutback.parity();
        this.compared = Parity.compared(cutback.ownership().others(), policies);
        this.told = told;
        this.own = own;
    }

    void tell() {
        tellCompared();
        if (parity == null) {
            return;
        }
        Benchmark benchmark = Benchmark.of(compared, policies.parityMeasure());
        tellBenchmark(benchmark);
        if (policies.parityUnit() == ParityUnit.AGGREGATE) {
            BigInteger requested = cutback.requested();
            floor(benchmark, requested, requested).gives("parity.aggregateFloor", parity.aggregateFloor());
            deficit(parity.aggregateFloor(), cutback.totalAllocated())
                    .gives("parity.aggregateDeficit", parity.aggregateDeficit());
            tellCompliance();
        } else if (own == null) {
            tellCompliance();
        } else {
            String holder = own.request().holder();
            BigInteger floor = parity.floor().get(holder);
            floor(benchmark, own.request().held(), own.request().shares()).gives("parity.floor." + holder, floor);
            deficit(floor, own.allocated())
                    .gives("parity.deficit." + holder, parity.deficit().get(holder));
        }
        ParityProposal proposal = cutback.parityProposal();
        if (proposal != null) {
            tellProposal(proposal);
        }
    }

    private void tellCompared() {
        Telling step = told.step(
                Clause.S2_3_E,
                "those of no exempt class who asked for shares"
                        + (policies.parityVoluntarySellers() ? "" : " and exercised rights of their own"));
        cutback.ownership().others().forEach(other -> step.with(other.id(), other.securityClass()));
        step.reading("parityVoluntarySellers")
                .gives("compared", compared.stream().map(OtherSeller::id).toList());
    }

    private void tellBenchmark(Benchmark benchmark) {
        Telling step = told.step(
                        Clause.S2_3_D,
                        switch (benchmark.measure()) {
                            case RATIO_OF_REQUESTED -> "the largest part of what it asked for that any of them keeps";
                            case RATIO_OF_HELD -> "the largest part of what it holds that any of them keeps";
                            case ABSOLUTE_COUNT -> "the fewest shares that any of them leaves out";
                        })
                .reading("parityMeasure");
        compared.forEach(other -> step.with(
                other.id(),
                switch (benchmark.measure()) {
                    case RATIO_OF_REQUESTED -> other.included() + "/" + other.requested();
                    case RATIO_OF_HELD -> other.included() + "/" + other.entitledHeld();
                    case ABSOLUTE_COUNT -> other.excluded();
                }));
        step.with(
                        "set by",
                        compared.stream()
                                .filter(other -> Benchmark.of(List.of(other), benchmark.measure())
                                        .equals(benchmark))
                                .map(OtherSeller::id)
                                .toList())
                .gives(name(benchmark), figure(benchmark));
    }

    private Telling floor(Benchmark benchmark, BigInteger held, BigInteger requested) {
        boolean together = policies.parityUnit() == ParityUnit.AGGREGATE;
        String request = together ? "all requests" : "its request";
        Telling step = told.step(
                        Clause.S2_3_D,
                        switch (benchmark.measure()) {
                            case RATIO_OF_REQUESTED -> "that part of " + request + ", rounded up";
                            case RATIO_OF_HELD ->
                                "that part of " + (together ? request : "what it holds")
                                        + ", rounded up, and no more than " + request;
                            case ABSOLUTE_COUNT -> request + " without as many shares";
                        })
                .with(name(benchmark), figure(benchmark))
                .reading("parityUnit", "parityMeasure");
        if (benchmark.measure() == ParityMeasure.RATIO_OF_HELD && !together) {
            step.with("held", held);
        }
        return step.with("requested", requested);
    }

    private Telling deficit(BigInteger floor, BigInteger allocated) {
        return told.step(Clause.S2_3_D, "what is allocated falls short of that by")
                .with("floor", floor)
                .with("allocated", allocated);
    }

    private void tellCompliance() {
        Telling step = told.step(Clause.S2_3_D, "whether nobody lacks a share").reading("parityUnit");
        if (parity.deficit() == null) {
            step.with("all Holders", parity.aggregateDeficit());
        } else {
            parity.deficit().forEach((holder, deficit) -> {
                if (deficit.signum() > 0) {
                    step.with(holder, deficit);
                }
            });
        }
        step.gives("parity.compliant", parity.compliant());
    }

    private void tellProposal(ParityProposal proposal) {
        Deal deal = new Deal(cutback.shares(), compared, proposal.capacity());
        Telling capacity = told.step(Clause.S2_3_D, "what is there for the Holders, and what the others have")
                .with("for the Holders", cutback.room());
        compared.forEach(other -> capacity.with(other.id(), other.included()));
        capacity.gives("parity.proposal.capacity", deal.capacity());

        BigInteger most = tellMostKept(deal);
        tellOthers(proposal, deal, most);

        Fraction best = deal.best(proposal.others());
        Telling ratio = told.step(Clause.S2_3_D, "the largest part of what it asked for that any of them then keeps");
        compared.forEach(other -> ratio.with(other.id(), proposal.others().get(other.id()) + "/" + other.requested()));
        ratio.gives("ratio", best);
        String owed = "that part of the request, rounded up, and no less than it has";
        if (own == null) {
            told.step(Clause.S2_3_D, owed + "; of all Holders, together")
                    .with("ratio", best)
                    .gives("owed to Holders", deal.owed(best));
            told.step(Clause.S2_3_D, "what no whole share can use")
                    .with("capacity", deal.capacity())
                    .with("kept by others", most)
                    .with("owed to Holders", deal.owed(best))
                    .gives("parity.proposal.unused", proposal.unused());
        } else {
            String holder = own.request().holder();
            told.step(Clause.S2_3_D, owed)
                    .with("ratio", best)
                    .with("request", own.request().shares())
                    .with("allocated", own.allocated())
                    .gives(
                            "parity.proposal.holders." + holder,
                            proposal.holders().get(holder));
        }
    }

    /** Below the lower of the two ratios less may be kept, above the upper one less is left; none is between. */
    private BigInteger tellMostKept(Deal deal) {
        Border fitting = deal.fitting();
        BigInteger most = deal.mostKept(fitting);
        List<Fraction> ceilings = Stream.of(fitting.within(), fitting.beyond())
                .filter(ceiling -> ceiling.compareTo(Fraction.ONE) <= 0)
                .toList();
        for (Fraction ceiling : ceilings) {
            told.step(
                            Clause.S2_3_D,
                            "with that part of their requests as a ceiling: what it allows the others, as far as the"
                                    + " Holders, owed as large a part, leave it")
                    .with("ceiling", ceiling)
                    .with("allowed", deal.allowed(ceiling))
                    .with("owed to Holders", deal.owed(ceiling))
                    .with("capacity", deal.capacity())
                    .gives("left at " + ceiling, deal.left(ceiling));
        }
        Telling step = told.step(Clause.S2_3_D, "the most that any ceiling leaves to the others");
        ceilings.forEach(ceiling -> step.with("left at " + ceiling, deal.left(ceiling)));
        step.gives("kept by others", most);
        return most;
    }

    private void tellOthers(ParityProposal proposal, Deal deal, BigInteger most) {
        Fraction meeting = deal.meeting();
        Fraction ceiling = deal.ceiling(most);
        told.step(Clause.S2_3_D, "the largest of their ratios at which all would fit if shares could be divided")
                .with("all together", deal.divided(meeting))
                .with("capacity", deal.capacity())
                .gives("meeting", meeting);
        told.step(Clause.S2_3_D, "the largest of their ratios as a ceiling at which they can have that total")
                .with("kept by others", most)
                .with("owed to Holders", deal.owed(ceiling))
                .with("capacity", deal.capacity())
                .gives("ceiling", ceiling);
        for (OtherSeller other : compared) {
            told.step(
                            Clause.S2_3_D,
                            "whole shares at the lower of the two; then, until the others have that total, single ones"
                                    + " from the best treated of them, or to the worst treated up to the ceiling")
                    .with("meeting", meeting)
                    .with("ceiling", ceiling)
                    .with("kept by others", most)
                    .with("requested", other.requested())
                    .with("included", other.included())
                    .gives(
                            "parity.proposal.others." + other.id(),
                            proposal.others().get(other.id()));
        }
    }

    private static String name(Benchmark benchmark) {
        return benchmark.measure() == ParityMeasure.ABSOLUTE_COUNT ? "fewest left out" : "parity.benchmark";
    }

    private static Object figure(Benchmark benchmark) {
        return benchmark.measure() == ParityMeasure.ABSOLUTE_COUNT ? benchmark.leastExcluded() : benchmark.ratio();
    }
}
