package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.holder;
import static org.registrationrights.offering.Sellers.other;
import static org.registrationrights.offering.Sellers.piggyback;
import static org.registrationrights.offering.Sellers.with;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Step;
import org.registrationrights.explanation.Told;
import org.registrationrights.offering.Cutback.Share;
import org.registrationrights.offering.OtherSeller.SecurityClass;
import org.registrationrights.offering.Sellers.Case;

@Verifies({Clause.S2_3_B, Clause.S2_3_C, Clause.S2_3_D})
class CutbackExplanationTest {

    private static final List<SellingHolder> HOLDERS =
            List.of(holder("A", 600, 600), holder("B", 400, 500), holder("C", 40, 0));
    private static final List<OtherSeller> OTHERS =
            List.of(other("S", SecurityClass.SERIES_2A, 700, 300, 300), piggyback("M", 200, 200, 200));

    @Test
    void allIsToldFromTheRequestsToTheProposal() {
        assertThat(Told.steps(allocate(500, Policies.DEFAULTS), null))
                .containsExactly(
                        "2.1-c {A=600, B=400, not requesting=[C]} requested=1000 {requestOverHolding=CLAMP}",
                        "2.3-c {available=500, requested=1000} rule=PRODUCT {fullInclusionWhenNoExclusion=true}",
                        "1.3-a {A=600, B=400} ofHolders=1000 {numeratorBase=HELD, requestOverHolding=CLAMP}",
                        "1.3-a {S=700, M=200} ofOthers=900"
                                + " {denominator=HOLDERS_AND_OTHERS, othersBase=ENTITLED_HELD}",
                        "1.3-a {ofHolders=1000, ofOthers=900} denominator=1900",
                        "2.3-c {available=500, denominator=1900} rate=5/19 {numeratorBase=HELD, redistribution=NONE}",
                        "2.3-c {exact=5000/19, rounded down=262, single shares=1, single shares to=[A]}"
                                + " totalAllocated=263 {rounding=LARGEST_REMAINDER}",
                        "2.3-c {available=500, totalAllocated=263} unallocated=237",
                        "2.3-e {S=SERIES_2A, M=PIGGYBACK} compared=[M] {parityVoluntarySellers=false}",
                        "2.3-d {M=200/200, set by=[M]} parity.benchmark=1 {parityMeasure=RATIO_OF_REQUESTED}",
                        "2.3-d {A=442, B=295} parity.compliant=false {parityUnit=PER_HOLDER}",
                        "2.3-d {for the Holders=500, M=200} parity.proposal.capacity=700",
                        "2.3-d {ceiling=29/50, allowed=116, owed to Holders=580, capacity=700} left at 29/50=116",
                        "2.3-d {ceiling=117/200, allowed=117, owed to Holders=585, capacity=700} left at 117/200=115",
                        "2.3-d {left at 29/50=116, left at 117/200=115} kept by others=116",
                        "2.3-d {all together=696, capacity=700} meeting=29/50",
                        "2.3-d {kept by others=116, owed to Holders=580, capacity=700} ceiling=29/50",
                        "2.3-d {meeting=29/50, ceiling=29/50, kept by others=116, requested=200, included=200}"
                                + " parity.proposal.others.M=116",
                        "2.3-d {M=116/200} ratio=29/50",
                        "2.3-d {ratio=29/50} owed to Holders=580",
                        "2.3-d {capacity=700, kept by others=116, owed to Holders=580} parity.proposal.unused=4");
    }

    @Test
    void aHolderIsToldItsOwnFiguresAndWhatTheyRestOn() {
        List<String> steps = Told.steps(allocate(500, Policies.DEFAULTS), "B");

        assertThat(steps)
                .startsWith(
                        "2.1-c {asked=500, held=400} request.B=400 {requestOverHolding=CLAMP}",
                        "2.1-c {B=400, the other Holders=600} requested=1000 {requestOverHolding=CLAMP}",
                        "2.3-c {available=500, requested=1000} rule=PRODUCT {fullInclusionWhenNoExclusion=true}",
                        "1.3-a {B=400, the other Holders=600} ofHolders=1000"
                                + " {numeratorBase=HELD, requestOverHolding=CLAMP}",
                        "1.3-a {S=700, M=200} ofOthers=900"
                                + " {denominator=HOLDERS_AND_OTHERS, othersBase=ENTITLED_HELD}",
                        "1.3-a {ofHolders=1000, ofOthers=900} denominator=1900",
                        "2.3-c {available=500, denominator=1900} rate=5/19 {numeratorBase=HELD, redistribution=NONE}",
                        "2.3-c {rate=5/19, held=400, product=2000/19, request=400} exact.B=2000/19"
                                + " {numeratorBase=HELD}",
                        "2.3-c {exact=5000/19, rounded down=262, single shares=1} totalAllocated=263"
                                + " {rounding=LARGEST_REMAINDER}",
                        "2.3-c {exact=2000/19, rank=2, single shares=1} allocated.B=105 {rounding=LARGEST_REMAINDER}",
                        "2.3-b {request=400, allocated=105} excluded.B=295",
                        "2.3-c {available=500, totalAllocated=263} unallocated=237",
                        "2.3-e {S=SERIES_2A, M=PIGGYBACK} compared=[M] {parityVoluntarySellers=false}",
                        "2.3-d {M=200/200, set by=[M]} parity.benchmark=1 {parityMeasure=RATIO_OF_REQUESTED}",
                        "2.3-d {parity.benchmark=1, requested=400} parity.floor.B=400"
                                + " {parityUnit=PER_HOLDER, parityMeasure=RATIO_OF_REQUESTED}",
                        "2.3-d {floor=400, allocated=105} parity.deficit.B=295",
                        "2.3-d {for the Holders=500, M=200} parity.proposal.capacity=700")
                .endsWith(
                        "2.3-d {M=116/200} ratio=29/50",
                        "2.3-d {ratio=29/50, request=400, allocated=105} parity.proposal.holders.B=232");
    }

    @Test
    void whoeverDoesNotRequestIsToldSoAndAStrangerIsRefused() {
        assertThat(Told.steps(allocate(500, Policies.DEFAULTS), "C"))
                .containsExactly("2.1-c {asked=0, held=40} request.C=0 {requestOverHolding=CLAMP}");
        assertThatThrownBy(() -> explain(500, Policies.DEFAULTS, "M"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.UNKNOWN)
                .hasFieldOrPropertyWithValue("field", "for");
    }

    @Test
    void aRejectedRequestIsToldAsOne() {
        Policies reject = with("requestOverHolding", "REJECT");

        assertThat(explain(500, reject, "B"))
                .extracting(step -> step.formula() + " = " + step.result())
                .containsExactly("what it asked for; nothing if that is above what it holds = 0");
        assertThat(explain(500, Policies.DEFAULTS, "B").get(0).formula())
                .isEqualTo("what it asked for, as far as it holds the shares");
        assertThat(step(explain(500, reject, null), "requested").inputs())
                .isEqualTo(Map.of("A", "600", "not requesting", "[B, C]", "rejected", "[B]"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "null | true  | 2.1-e without a limitation every request goes in | null",
                "1000 | true  | 2.3-b what is available covers every request, so none is cut | nothing, since",
                "1000 | false | 2.3-c under a limitation each Holder gets its part, even where | what is available",
                "999  | true  | 2.3-c less is available than was requested, so each | what is available and goes",
                "0    | true  | 2.3-b nothing is available, so every request is left out | what is available"
            })
    void theRuleAndWhatIsLeftOverAreToldWithTheirGround(
            Long available, String fullInclusion, String rule, String unallocated) {
        List<Step> steps = Cutback.allocate(
                        HOLDERS,
                        List.of(),
                        available == null ? null : count(available),
                        with("fullInclusionWhenNoExclusion", fullInclusion))
                .explain(null);

        Step decided = step(steps, "rule");
        assertThat(decided.clause().id() + " " + decided.formula()).startsWith(rule);
        assertThat(decided.inputs())
                .containsEntry("available", available == null ? "no limitation" : available.toString());
        assertThat(decided.policies()).containsExactly(Map.entry("fullInclusionWhenNoExclusion", fullInclusion));
        assertThat(steps.stream().filter(step -> step.name().equals("unallocated")))
                .allSatisfy(step -> assertThat(step.formula()).startsWith(unallocated))
                .hasSize(unallocated == null ? 0 : 1);
        assertThat(steps).filteredOn(step -> step.name().equals("rate")).hasSize(rule.startsWith("2.3-c") ? 1 : 0);
    }

    @Test
    void underAWholeRuleAHoldersExactShareIsItsRequestOrNothing() {
        assertThat(step(
                                Cutback.allocate(HOLDERS, List.of(), null, Policies.DEFAULTS)
                                        .explain("A"),
                                "exact.A")
                        .formula())
                .isEqualTo("its whole request");
        Step none = step(explain(0, Policies.DEFAULTS, "A"), "exact.A");
        assertThat(none.formula()).isEqualTo("nothing of its request");
        assertThat(none.result()).isEqualTo("0");
        assertThat(step(explain(0, Policies.DEFAULTS, "A"), "allocated.A").inputs())
                .isEqualTo(Map.of("exact", "0"));
    }

    @Test
    void nobodyRequests() {
        List<Step> steps = Cutback.allocate(List.of(holder("C", 40, 0)), OTHERS, count(5), with("rounding", "FLOOR"))
                .explain(null);

        assertThat(steps)
                .extracting(Step::name)
                .containsExactly("requested", "rule", "totalAllocated", "unallocated", "compared");
    }

    @Test
    void dealingOutTellsWhatTheFilledRequestsTake() {
        List<SellingHolder> holders = List.of(holder("A", 5000, 100), holder("B", 3000, 3000), holder("C", 2000, 2000));
        List<Step> steps = Cutback.allocate(holders, List.of(), count(1000), with("redistribution", "WATERFILL"))
                .explain("A");

        assertThat(step(steps, "rate").inputs())
                .isEqualTo(Map.of("dealt out", "1000", "requests filled", "100", "the others have", "5000"));
        assertThat(step(steps, "rate").result()).isEqualTo("9/50");
        assertThat(step(steps, "rate").formula()).startsWith("exact shares for each share held");
        assertThat(step(steps, "exact.A").inputs())
                .isEqualTo(Map.of("rate", "9/50", "held", "5000", "product", "900", "request", "100"));

        List<Step> all = Cutback.allocate(
                        holders,
                        List.of(),
                        count(9000),
                        Policies.DEFAULTS.with(Map.of(
                                "redistribution", "WATERFILL",
                                "fullInclusionWhenNoExclusion", "false",
                                "numeratorBase", "REQUESTED")))
                .explain(null);
        assertThat(step(all, "rate").inputs())
                .isEqualTo(Map.of("dealt out", "5100", "requests filled", "5100", "the others have", "0"));
        assertThat(step(all, "rate").formula()).startsWith("exact shares for each share requested");
    }

    @ParameterizedTest
    @CsvSource({
        "LARGEST_REMAINDER, and the whole shares in what that loses, 1",
        "FLOOR, and no more, 0",
        "CEIL_WITHIN_AVAILABLE, and one each, 2"
    })
    void roundingIsToldWithItsSingleShares(String rounding, String formula, String single) {
        Step step = step(explain(500, with("rounding", rounding), null), "totalAllocated");

        assertThat(step.formula()).startsWith("exact shares rounded down, " + formula);
        assertThat(step.inputs()).containsEntry("single shares", single);
        assertThat(step.inputs().containsKey("single shares to")).isEqualTo(!single.equals("0"));
        assertThat(step.policies()).isEqualTo(Map.of("rounding", rounding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HELD      | HOLDERS_AND_OTHERS | ENTITLED_HELD | what the requesting | what others hold    | 900",
                "REQUESTED | HOLDERS_AND_OTHERS | INCLUDED      | what the Holders    | what others include | 500",
                "HELD      | HOLDERS_ONLY       | INCLUDED      | what the requesting | what others hold is left | 0"
            })
    void theDenominatorIsToldAsItIsRead(
            String numeratorBase, String denominator, String othersBase, String holders, String others, String sum) {
        List<Step> steps = OwnershipPercentage.of(
                        HOLDERS,
                        OTHERS,
                        Policies.DEFAULTS.with(Map.of(
                                "numeratorBase", numeratorBase,
                                "denominator", denominator,
                                "othersBase", othersBase)))
                .explain(null);

        assertThat(steps).extracting(Step::name).containsExactly("requested", "ofHolders", "ofOthers", "denominator");
        assertThat(step(steps, "ofHolders").formula()).startsWith(holders);
        assertThat(step(steps, "ofOthers").formula()).startsWith(others);
        assertThat(step(steps, "ofOthers").result()).isEqualTo(sum);
        assertThat(step(steps, "ofOthers").inputs()).hasSize(denominator.equals("HOLDERS_ONLY") ? 0 : 2);
        assertThat(step(steps, "denominator").inputs()).isEqualTo(Map.of("ofHolders", "1000", "ofOthers", sum));
    }

    @Test
    void anOwnershipPercentageIsToldToItsHolder() {
        OwnershipPercentage percentage = OwnershipPercentage.of(HOLDERS, OTHERS, Policies.DEFAULTS);

        assertThat(percentage.explain("A"))
                .extracting(step -> step.name() + " = " + step.result())
                .containsExactly(
                        "request.A = 600",
                        "requested = 1000",
                        "ofHolders = 1000",
                        "ofOthers = 900",
                        "denominator = 1900",
                        "ownership.A.fraction = 6/19");
        assertThat(percentage.explain("C")).extracting(Step::name).containsExactly("request.C");
        assertThatThrownBy(() -> percentage.explain("S")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RATIO_OF_REQUESTED | {M=40/100, N=9/10, set by=[N]} | 9/10 | that part of its request"
                        + "| {parity.benchmark=9/10, requested=8}",
                "RATIO_OF_HELD | {M=40/400, N=9/30, set by=[N]} | 3/10 | that part of what it holds"
                        + "| {parity.benchmark=3/10, held=900, requested=8}",
                "ABSOLUTE_COUNT | {M=60, N=1, set by=[N]} | 1 | its request without | {fewest left out=1, requested=8}"
            })
    void theMeasureOfParityIsToldWithWhoSetsIt(
            String measure, String figures, String benchmark, String floor, String inputs) {
        List<Step> steps = Cutback.allocate(
                        List.of(holder("A", 100, 100), holder("B", 900, 8)),
                        List.of(piggyback("M", 400, 100, 40), piggyback("N", 30, 10, 9)),
                        count(100),
                        with("parityMeasure", measure))
                .explain("B");

        Step best = steps.stream()
                .filter(step -> step.inputs().containsKey("set by"))
                .findFirst()
                .orElseThrow();
        assertThat(best.inputs()).hasToString(figures);
        assertThat(best.result()).isEqualTo(benchmark);
        assertThat(best.policies()).isEqualTo(Map.of("parityMeasure", measure));
        Step least = step(steps, "parity.floor.B");
        assertThat(least.formula()).startsWith(floor);
        assertThat(least.inputs()).hasToString(inputs);
    }

    @Test
    void allWhoAreTreatedBestSetTheBenchmark() {
        List<Step> steps = Cutback.allocate(
                        HOLDERS,
                        List.of(piggyback("L", 4, 4, 2), piggyback("M", 8, 8, 4), piggyback("N", 9, 9, 1)),
                        count(500),
                        Policies.DEFAULTS)
                .explain(null);

        assertThat(step(steps, "parity.benchmark").inputs()).containsEntry("set by", "[L, M]");
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO_OF_REQUESTED, 'that part of all requests, rounded up', 204",
        "RATIO_OF_HELD, 'that part of all requests, rounded up, and no more than all requests', 100",
        "ABSOLUTE_COUNT, 'all requests without as many shares', 351"
    })
    void inAggregateAllHoldersAreToldAsOne(String measure, String formula, String floor) {
        List<Step> steps = Cutback.allocate(
                        List.of(holder("A", 100, 100), holder("B", 900, 300)),
                        List.of(piggyback("M", 204, 100, 51)),
                        count(120),
                        Policies.DEFAULTS.with(Map.of("parityUnit", "AGGREGATE", "parityMeasure", measure)))
                .explain("A");

        Step least = step(steps, "parity.aggregateFloor");
        assertThat(least.formula()).isEqualTo(formula);
        assertThat(least.result()).isEqualTo(floor);
        assertThat(least.inputs()).containsEntry("requested", "400").doesNotContainKey("held");
        Step deficit = step(steps, "parity.aggregateDeficit");
        BigInteger allocated = new BigInteger(deficit.inputs().get("allocated"));
        assertThat(deficit.inputs()).containsEntry("floor", floor);
        assertThat(new BigInteger(deficit.result()))
                .isEqualTo(new BigInteger(floor).subtract(allocated).max(BigInteger.ZERO));
        assertThat(step(steps, "parity.compliant").inputs()).isEqualTo(Map.of("all Holders", deficit.result()));
        assertThat(steps).extracting(Step::name).doesNotContain("parity.floor.A", "parity.proposal.capacity");
    }

    @Test
    void sellersWithoutRightsAreToldAsThePolicyTakesThem() {
        BigInteger ten = BigInteger.TEN;
        List<OtherSeller> insider =
                List.of(new OtherSeller("I", SecurityClass.PIGGYBACK, ten, ten, ten, true, true, false));

        Step without = step(
                Cutback.allocate(HOLDERS, insider, count(500), Policies.DEFAULTS)
                        .explain(null),
                "compared");
        assertThat(without.result()).isEqualTo("[]");
        assertThat(without.formula()).endsWith("exercised rights of their own");
        Step with = step(
                Cutback.allocate(HOLDERS, insider, count(500), with("parityVoluntarySellers", "true"))
                        .explain(null),
                "compared");
        assertThat(with.result()).isEqualTo("[I]");
        assertThat(with.formula()).endsWith("asked for shares");
    }

    @Test
    void whereNobodyNeedsToGiveWayNoCeilingBeyondTheOthersSharesIsTold() {
        List<SellingHolder> holders = List.of(holder("A", 100, 10), holder("B", 900, 20));

        List<Step> scarce = Cutback.allocate(holders, List.of(piggyback("M", 4, 4, 4)), count(29), Policies.DEFAULTS)
                .explain(null);
        assertThat(step(scarce, "kept by others").inputs()).containsOnlyKeys("left at 3/4", "left at 1");
        List<Step> ample = Cutback.allocate(holders, List.of(piggyback("M", 4, 4, 2)), count(29), Policies.DEFAULTS)
                .explain(null);
        assertThat(step(ample, "kept by others").inputs()).isEqualTo(Map.of("left at 1/2", "2"));
    }

    /** In any offering a pencil finds each figure from those put in, and they are the result's. */
    @Test
    void whatIsToldAddsUpAndIsTheResult() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 600; i++) {
            Case any = Sellers.any(random);
            Case offering = i % 2 == 0
                    ? any
                    : any.under("parityUnit", "PER_HOLDER").under("parityMeasure", "RATIO_OF_REQUESTED");
            Cutback cutback = offering.allocate();
            try {
                checkTotals(cutback, cutback.explain(null));
                for (Share share : cutback.shares()) {
                    checkOwn(cutback, share, cutback.explain(share.request().holder()));
                }
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + offering, e);
            }
        }
    }

    private static void checkTotals(Cutback cutback, List<Step> steps) {
        Policies policies = cutback.ownership().policies();
        assertThat(steps)
                .allSatisfy(step -> assertThat(step.policies())
                        .isEqualTo(policies.only(step.policies().keySet()))
                        .satisfies(read -> assertThat(Cutback.POLICIES).containsAll(read.keySet())));
        assertThat(number(steps, "requested")).isEqualTo(cutback.requested());
        assertThat(step(steps, "rule").result()).isEqualTo(cutback.rule().name());
        assertThat(number(steps, "totalAllocated")).isEqualTo(cutback.totalAllocated());
        Map<String, String> whole = step(steps, "totalAllocated").inputs();
        assertThat(new BigInteger(whole.get("rounded down")).add(new BigInteger(whole.get("single shares"))))
                .isEqualTo(cutback.totalAllocated());
        assertThat(Fraction.parse(whole.get("exact")))
                .isEqualTo(cutback.exact().values().stream().reduce(Fraction.ZERO, Fraction::plus));
        if (cutback.limitationImposed()) {
            assertThat(number(steps, "unallocated")).isEqualTo(cutback.unallocated());
        }
        if (steps.stream().anyMatch(step -> step.name().equals("denominator"))) {
            assertThat(number(steps, "denominator"))
                    .isEqualTo(number(steps, "ofHolders").add(number(steps, "ofOthers")));
            assertThat(Fraction.of(cutback.available(), number(steps, "denominator")))
                    .isEqualTo(cutback.rate());
        }
        if (cutback.parity() != null) {
            assertThat(step(steps, "parity.compliant").result()).isEqualTo("" + cutback.parityHolds());
        }
        ParityProposal proposal = cutback.parityProposal();
        if (proposal != null) {
            assertThat(number(steps, "kept by others")).isEqualTo(sum(proposal.others()));
            assertThat(number(steps, "owed to Holders")).isEqualTo(sum(proposal.holders()));
            assertThat(number(steps, "parity.proposal.unused")).isEqualTo(proposal.unused());
            assertThat(number(steps, "parity.proposal.capacity")).isEqualTo(proposal.capacity());
            proposal.others()
                    .forEach((other, kept) -> assertThat(number(steps, "parity.proposal.others." + other))
                            .isEqualTo(kept));
        }
    }

    private static void checkOwn(Cutback cutback, Share share, List<Step> steps) {
        String holder = share.request().holder();
        Fraction exact = cutback.exact().get(holder);
        assertThat(number(steps, "request." + holder)).isEqualTo(share.request().shares());
        assertThat(step(steps, "exact." + holder).result()).isEqualTo(exact.toString());
        assertThat(number(steps, "allocated." + holder)).isEqualTo(share.allocated());
        assertThat(number(steps, "excluded." + holder)).isEqualTo(share.excluded());
        Map<String, String> rounded = step(steps, "allocated." + holder).inputs();
        boolean single = rounded.containsKey("rank")
                && Integer.parseInt(rounded.get("rank")) <= Integer.parseInt(rounded.get("single shares"));
        assertThat(exact.floor().add(single ? BigInteger.ONE : BigInteger.ZERO)).isEqualTo(share.allocated());
        if (cutback.parity() != null && cutback.parity().floor() != null) {
            assertThat(number(steps, "parity.floor." + holder))
                    .isEqualTo(cutback.parity().floor().get(holder));
            assertThat(number(steps, "parity.deficit." + holder))
                    .isEqualTo(cutback.parity().deficit().get(holder));
        }
        if (cutback.parityProposal() != null) {
            assertThat(number(steps, "parity.proposal.holders." + holder))
                    .isEqualTo(cutback.parityProposal().holders().get(holder));
        }
    }

    private static Cutback allocate(long available, Policies policies) {
        return Cutback.allocate(HOLDERS, OTHERS, count(available), policies);
    }

    private static List<Step> explain(long available, Policies policies, String subject) {
        return allocate(available, policies).explain(subject);
    }

    private static Step step(List<Step> steps, String name) {
        assertThat(steps).filteredOn(step -> step.name().equals(name)).as(name).hasSize(1);
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BigInteger number(List<Step> steps, String name) {
        return new BigInteger(step(steps, name).result());
    }

    private static BigInteger sum(Map<String, BigInteger> counts) {
        return counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
