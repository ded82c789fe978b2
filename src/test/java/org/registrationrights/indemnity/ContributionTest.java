package org.registrationrights.indemnity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.indemnity.Claims.cents;
import static org.registrationrights.indemnity.Claims.claim;
import static org.registrationrights.indemnity.Claims.heldBy;
import static org.registrationrights.indemnity.Claims.holder;
import static org.registrationrights.indemnity.Claims.other;
import static org.registrationrights.indemnity.Claims.with;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;
import org.registrationrights.explanation.Step;
import org.registrationrights.indemnity.Contribution.Note;
import org.registrationrights.indemnity.Contribution.Status;
import org.registrationrights.indemnity.ContributionClaim.Finder;

@Verifies({Clause.S3_3_A, Clause.S3_3_C, Clause.S3_3_D})
class ContributionTest {

    private static final Policies PASSED_ON = with("capExcess", "OTHER_CONTRIBUTORS");
    private static final Policies ABSOLUTE = with("faultScale", "ABSOLUTE");

    @ParameterizedTest
    @CsvSource({
        "COURT,      COURT_OR_ARBITRATOR, COMPUTED",
        "COURT,      COURT_ONLY,          COMPUTED",
        "ARBITRATOR, COURT_OR_ARBITRATOR, COMPUTED",
        "ARBITRATOR, COURT_ONLY,          NOT_TRIGGERED",
        "NONE,       COURT_OR_ARBITRATOR, NOT_TRIGGERED",
        ",           COURT_ONLY,          COMPUTED"
    })
    void somebodyWhoseHoldingCountsMustHaveHeldTheIndemnityUnavailable(Finder heldBy, String finder, Status status) {
        Contribution contribution = Contribution.of(
                heldBy(heldBy, claim(100, "1/2", other("CO", "1/2"))), with("unavailabilityFinder", finder));

        assertThat(contribution.status()).isEqualTo(status);
        if (status == Status.COMPUTED) {
            paid(contribution, 50, 50);
        } else {
            assertNothing(contribution);
        }
    }

    @Test
    void whereNobodyIsAtFaultAPersonDecides() {
        Contribution contribution = contribution(claim(100, "0", other("CO", "0")));

        assertThat(contribution.status()).isEqualTo(Status.FAULT_UNDETERMINED);
        assertNothing(contribution);
        assertThat(contribution(heldBy(Finder.NONE, claim(100, "0", other("CO", "0"))))
                        .status())
                .isEqualTo(Status.NOT_TRIGGERED);
    }

    @Test
    void absoluteWeightsArePartsOfOneWhole() {
        paid(Contribution.of(claim(100, "0.2", other("CO", "0.3")), ABSOLUTE), 70, 30);
        paid(Contribution.of(claim(100, "7/10", other("CO", "3/10")), ABSOLUTE), 70, 30);

        Contribution above = Contribution.of(claim(100, "71/100", other("CO", "3/10")), ABSOLUTE);
        assertThat(above.status()).isEqualTo(Status.FAULT_EXCEEDS_ONE);
        assertNothing(above);
        assertThat(contribution(above.claim()).status()).isEqualTo(Status.COMPUTED);
    }

    @Test
    void absolutePartsAreRoundedHalfUpEachOnItsOwn() {
        // 0.5, 1.49 and 2.51 of ten cents.
        paid(
                Contribution.of(claim(10, "0", other("A", "0.05"), other("B", "0.149"), other("C", "0.251")), ABSOLUTE),
                5,
                1,
                1,
                3);
        // By largest remainder the first would get a cent less.
        paid(Contribution.of(claim(1, "0", other("A", "1/2")), ABSOLUTE), 0, 1);
        // Exactly the loss is not too much.
        paid(Contribution.of(claim(2, "1/2", other("A", "1/4"), other("B", "1/4")), ABSOLUTE), 0, 1, 1);
    }

    @Test
    void halvesThatAllGoUpDoNotMakeTheClaimantPayOut() {
        paid(Contribution.of(claim(1, "0", other("A", "1/2"), other("B", "1/2")), ABSOLUTE), 0, 1, 0);
        // 1.5 each and an exact four: the exact part stays whole.
        paid(
                Contribution.of(
                        claim(
                                10,
                                "0",
                                other("A", "0.15"),
                                other("B", "0.15"),
                                other("C", "0.15"),
                                other("D", "0.15"),
                                other("E", "0.4")),
                        ABSOLUTE),
                0,
                2,
                2,
                1,
                1,
                4);
        // Eight halves and a whole cent that is the claimant's to bear, though nobody found fault with it.
        paid(
                Contribution.of(
                        claim(
                                5,
                                "0",
                                other("A", "0.1"),
                                other("B", "0.1"),
                                other("C", "0.1"),
                                other("D", "0.1"),
                                other("E", "0.1"),
                                other("F", "0.1"),
                                other("G", "0.1"),
                                other("H", "0.1")),
                        ABSOLUTE),
                1,
                1,
                1,
                1,
                1,
                0,
                0,
                0,
                0);
    }

    @Test
    void oddCentsFallOnTheContributorsInTheirOrderBeforeTheClaimant() {
        paid(contribution(claim(100, "1", other("A", "1"), other("B", "1"))), 33, 34, 33);
        paid(contribution(claim(2, "1/3", other("A", "1/3"), other("B", "1/3"))), 0, 1, 1);
        paid(contribution(claim(1, "0.5", other("A", "0.5"))), 0, 1);
        // The larger remainder first: 0.6 against 0.3 and 0.1.
        paid(contribution(claim(1, "6", other("A", "3"), other("B", "1"))), 1, 0, 0);
    }

    @Test
    void weightsOfAnyDenominatorsAreExact() {
        // 1/6 + 1/4 + 1/10 = 31/60: parts of 10, 15 and 6 in 31.
        paid(contribution(claim(31, "1/10", other("A", "1/6"), other("B", "1/4"))), 6, 10, 15);
    }

    @Test
    void withoutContributorsTheClaimantBearsAll() {
        paid(contribution(claim(100, "1")), 100);
    }

    @Test
    void amountsBeyond64BitsAreExact() {
        BigInteger loss = BigInteger.TWO.pow(70).add(BigInteger.ONE);
        ContributionClaim claim = new ContributionClaim(
                loss, Fraction.parse("1/3"), List.of(other("A", "1/3"), other("B", "1/3")), null, null);

        // 2^70 leaves 1 when divided by three, so that the loss leaves 2.
        BigInteger third = loss.divide(cents(3));
        assertThat(contribution(claim).contributionCents())
                .isEqualTo(Map.of("A", third.add(BigInteger.ONE), "B", third.add(BigInteger.ONE)));
        assertThat(contribution(claim).claimantBearsCents()).isEqualTo(third);
    }

    @ParameterizedTest
    @CsvSource({
        "NET_OF_DISCOUNT, 1000, 100,   0, 900, CAPPED",
        "GROSS,           1000, 100,   0, 999,",
        "NET_OF_DISCOUNT, 1000, 100, 200, 700, CAPPED",
        "GROSS,           1000, 100, 200, 800, CAPPED",
        "NET_OF_DISCOUNT, 1000, 100, 900,   0, CAPPED",
        // Used up beyond the proceeds: nothing is paid back.
        "NET_OF_DISCOUNT, 1000, 100, 901,   0, CAPPED",
        "NET_OF_DISCOUNT, 1000, 1001,  0,   0, CAPPED",
        // The part is the cap, or a cent above it.
        "NET_OF_DISCOUNT, 1099, 100,   0, 999,",
        "NET_OF_DISCOUNT, 1098, 100,   0, 998, CAPPED"
    })
    void aHolderPaysNoMoreThanItsProceedsLeave(
            String capBase, long gross, long discount, long used, long pays, Note note) {
        Contributor holder = new Contributor("H", Fraction.ONE, true, cents(gross), cents(discount), cents(used), null);
        Contribution contribution = Contribution.of(claim(999, "0", holder), with("capBase", capBase));

        paid(contribution, 999 - pays, pays);
        assertThat(contribution.uncappedCents()).isEqualTo(Map.of("H", cents(999)));
        assertThat(contribution.notes()).isEqualTo(note == null ? Map.of() : Map.of("H", note));
    }

    @Test
    void onlyAHolderHasACap() {
        Contributor company = new Contributor("CO", Fraction.ONE, false, cents(5), cents(1), cents(1), null);

        paid(contribution(claim(999, "0", company)), 0, 999);
    }

    @Test
    void whatACapCutsOffStaysWithTheClaimant() {
        Contribution contribution = contribution(claim(100, "0", holder("H", "1/2", 10), other("CO", "1/2")));

        paid(contribution, 40, 10, 50);
        assertThat(contribution.notes()).isEqualTo(Map.of("H", Note.CAPPED));
    }

    @Test
    void whatACapCutsOffIsPassedOnByFaultAgainAndAgain() {
        // 90 over: 60 and 30 by fault. That takes the second to its cap, whose 50 go to the last.
        Contribution contribution = Contribution.of(
                claim(200, "0", holder("A", "5/10", 10), holder("B", "2/6", 70), other("CO", "1/6")), PASSED_ON);

        assertThat(contribution.uncappedCents()).isEqualTo(Map.of("A", cents(100), "B", cents(67), "CO", cents(33)));
        paid(contribution, 0, 10, 70, 120);
        assertThat(contribution.notes()).isEqualTo(Map.of("A", Note.CAPPED, "B", Note.CAPPED));
    }

    @Test
    void nothingIsPassedOnWhereNobodyIsFree() {
        paid(Contribution.of(claim(100, "0", holder("A", "1/2", 10), holder("B", "1/2", 20)), PASSED_ON), 70, 10, 20);
        // Without fault, barred, or just at its cap, nobody is free.
        paid(Contribution.of(claim(100, "0", holder("A", "1", 10), other("CO", "0")), PASSED_ON), 90, 10, 0);
        paid(
                Contribution.of(
                        claim(100, "0", List.of("M"), holder("A", "1/2", 10, "M"), other("CO", "1/2")), PASSED_ON),
                90,
                10,
                0);
        Contribution atCap =
                Contribution.of(claim(100, "0", holder("A", "1/2", 10), holder("B", "1/2", 50)), PASSED_ON);
        paid(atCap, 40, 10, 50);
        assertThat(atCap.notes()).isEqualTo(Map.of("A", Note.CAPPED));
    }

    @Test
    void oddCentsThatArePassedOnFallInTheContributorsOrder() {
        // 5 cents cut off, two and a half for each of the other two.
        paid(
                Contribution.of(
                        claim(30, "0", other("CO", "1"), holder("A", "1", 5), holder("B", "1", 100)), PASSED_ON),
                0,
                13,
                5,
                12);
    }

    @Test
    void theBarredPartIsNobodyElses() {
        Contribution contribution =
                Contribution.of(claim(100, "0", List.of("M"), other("A", "1/2"), other("B", "1/2", "M")), PASSED_ON);

        paid(contribution, 50, 0, 50);
        assertThat(contribution.uncappedCents()).isEqualTo(Map.of("A", cents(50), "B", cents(50)));
        assertThat(contribution.notes()).isEqualTo(Map.of("A", Note.BARRED_11F));
    }

    @ParameterizedTest
    @CsvSource({
        "'',    '',    false",
        "'',    M1,    false",
        "M1,    '',    true",
        "M1,    M1,    false",
        "M1,    M2,    true",
        "M1 M2, M1,    true",
        "M1,    M2 M1, false",
        "M1 M2, M2 M1, false"
    })
    void theGuiltyGetNothingFromOneNotGuiltyOfTheSame(String claimant, String contributor, boolean barred) {
        Contribution contribution = contribution(claim(
                100,
                "1/2",
                ids(claimant),
                holder("H", "1/2", 20, ids(contributor).toArray(String[]::new))));

        paid(contribution, barred ? 100 : 80, barred ? 0 : 20);
        assertThat(contribution.notes()).isEqualTo(Map.of("H", barred ? Note.BARRED_11F : Note.CAPPED));
    }

    @Test
    void aHoldersContributionIsTold() {
        Contributor holder =
                new Contributor("H", Fraction.parse("1/6"), true, cents(1000), cents(100), cents(870), List.of("M"));
        Contribution contribution = contribution(claim(100, "1/2", List.of("M"), holder, other("CO", "1/3", "M")));

        assertThat(contribution.explain("H"))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result, Step::policies)
                .containsExactly(
                        tuple(
                                Clause.S3_3_A,
                                Map.of("unavailableHeldBy", "COURT"),
                                "triggered",
                                "true",
                                Map.of("unavailabilityFinder", "COURT_OR_ARBITRATOR")),
                        tuple(
                                Clause.S3_3_B,
                                Map.of("claimantFault", "1/2", "fault.H", "1/6", "fault.CO", "1/3"),
                                "totalFault",
                                "1",
                                Map.of()),
                        tuple(
                                Clause.S3_3_A,
                                Map.of("lossCents", "100", "fault", "1/6", "totalFault", "1", "exactCents", "50/3"),
                                "uncappedCents.H",
                                "17",
                                Map.of("faultScale", "BETWEEN_THE_PARTIES")),
                        tuple(
                                Clause.S3_3_D,
                                Map.of("claimantGuiltyOf", "[M]", "guiltyOf", "[M]"),
                                "barred",
                                "false",
                                Map.of()),
                        tuple(
                                Clause.S3_3_C,
                                Map.of("grossProceedsCents", "1000", "discountCents", "100", "capUsedCents", "870"),
                                "capCents",
                                "30",
                                Map.of("capBase", "NET_OF_DISCOUNT")),
                        tuple(
                                Clause.S3_3_C,
                                Map.of("uncappedCents", "17", "passedOnCents", "0", "capCents", "30"),
                                "contributionCents.H",
                                "17",
                                Map.of("capExcess", "STAYS_WITH_CLAIMANT")));
    }

    @Test
    void whatIsPassedOnIsToldRoundByRound() {
        Contribution contribution = Contribution.of(
                claim(200, "0", holder("A", "5/10", 10), holder("B", "2/6", 70), other("CO", "1/6")),
                PASSED_ON.with(Map.of("capBase", "GROSS")));

        assertThat(contribution.explain("CO").subList(3, 6))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result, Step::policies)
                .containsExactly(
                        tuple(
                                Clause.S3_3_C,
                                Map.of(
                                        "cutOffCents",
                                        "90",
                                        "fault",
                                        "1/6",
                                        "faultOfTheFree",
                                        "1/2",
                                        "exactCents",
                                        "30"),
                                "passedOnCents",
                                "30",
                                Map.of("capExcess", "OTHER_CONTRIBUTORS")),
                        tuple(
                                Clause.S3_3_C,
                                Map.of(
                                        "cutOffCents",
                                        "57",
                                        "fault",
                                        "1/6",
                                        "faultOfTheFree",
                                        "1/6",
                                        "exactCents",
                                        "57"),
                                "passedOnCents",
                                "57",
                                Map.of("capExcess", "OTHER_CONTRIBUTORS")),
                        tuple(
                                Clause.S3_3_A,
                                Map.of("uncappedCents", "33", "passedOnCents", "87"),
                                "contributionCents.CO",
                                "120",
                                Map.of("capExcess", "OTHER_CONTRIBUTORS")));
        assertThat(contribution.explain("B"))
                .extracting(Step::name, Step::result)
                .containsExactly(
                        tuple("triggered", "true"),
                        tuple("totalFault", "1"),
                        tuple("uncappedCents.B", "67"),
                        tuple("passedOnCents", "60"),
                        tuple("capCents", "70"),
                        tuple("contributionCents.B", "70"));
        assertThat(contribution.explain("B").get(4))
                .extracting(Step::inputs, Step::policies)
                .containsExactly(Map.of("grossProceedsCents", "70", "capUsedCents", "0"), Map.of("capBase", "GROSS"));
    }

    @Test
    void whatAllHaveInCommonIsTold() {
        Contribution contribution = contribution(claim(100, "1/2", other("A", "1/4"), other("B", "1/4")));

        assertThat(contribution.explain(null))
                .extracting(Step::name, Step::result)
                .containsExactly(
                        tuple("triggered", "true"), tuple("totalFault", "1"), tuple("claimantBearsCents", "50"));
        assertThat(contribution.explain(null).get(2).inputs())
                .isEqualTo(Map.of("lossCents", "100", "contributionCents.A", "25", "contributionCents.B", "25"));
    }

    @Test
    void anAbsolutePartAndABarAreTold() {
        Contribution contribution = Contribution.of(claim(10, "0", List.of("M"), other("A", "0.05")), ABSOLUTE);

        assertThat(contribution.explain("A").subList(2, 5))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result, Step::policies)
                .containsExactly(
                        tuple(
                                Clause.S3_3_A,
                                Map.of("lossCents", "10", "fault", "1/20", "exactCents", "1/2"),
                                "uncappedCents.A",
                                "1",
                                Map.of("faultScale", "ABSOLUTE")),
                        tuple(
                                Clause.S3_3_D,
                                Map.of("claimantGuiltyOf", "[M]", "guiltyOf", "[]"),
                                "barred",
                                "true",
                                Map.of()),
                        tuple(Clause.S3_3_D, Map.of(), "contributionCents.A", "0", Map.of()));
        assertThat(contribution.explain("A")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,  0.5, 0.5, NOT_TRIGGERED,      3.3-a, false, ''",
        "COURT, 0,   0,   FAULT_UNDETERMINED, 3.3-b, true,  ''",
        "COURT, 1,   0.5, FAULT_EXCEEDS_ONE,  3.3-b, true,  ABSOLUTE"
    })
    void whyNothingIsContributedIsTold(
            Finder heldBy,
            String claimantFault,
            String fault,
            Status status,
            String clause,
            boolean triggered,
            String scale) {
        Contribution contribution =
                Contribution.of(heldBy(heldBy, claim(100, claimantFault, other("A", fault))), ABSOLUTE);

        List<Step> steps = contribution.explain("A");
        assertThat(steps).isEqualTo(contribution.explain(null));
        assertThat(steps.get(0).result()).isEqualTo("" + triggered);
        assertThat(steps).hasSize(triggered ? 3 : 2);
        Step last = steps.get(steps.size() - 1);
        assertThat(last.clause().id()).isEqualTo(clause);
        assertThat(last.name()).isEqualTo("status");
        assertThat(last.result()).isEqualTo(status.name());
        assertThat(last.inputs())
                .isEqualTo(
                        triggered
                                ? Map.of(
                                        "totalFault",
                                        contribution.claim().totalFault().toString())
                                : Map.of());
        assertThat(last.policies()).isEqualTo(scale.isEmpty() ? Map.of() : Map.of("faultScale", scale));
    }

    @Test
    void onlyContributorsHaveFiguresOfTheirOwn() {
        refused("for", () -> contribution(claim(100, "1/2", other("A", "1/2"))).explain("B"));
    }

    @Test
    void aClaimThatCannotBeIsRefusedByItsField() {
        BigInteger loss = cents(100);
        List<Contributor> one = List.of(other("A", "1"));
        refused("lossCents", () -> new ContributionClaim(null, Fraction.ONE, one, null, null));
        refused("lossCents", () -> new ContributionClaim(cents(-1), Fraction.ONE, one, null, null));
        refused("claimantFault", () -> new ContributionClaim(loss, null, one, null, null));
        refused("contributors", () -> new ContributionClaim(loss, Fraction.ONE, null, null, null));
        refused("contributors[2].id", () -> claim(100, "1", other("A", "1"), other("B", "1"), other("A", "0")));
        refused("claimantGuiltyOf[1]", () -> claim(100, "1", List.of("M", "M")));
        refused("claimantGuiltyOf[0]", () -> claim(100, "1", List.of(" ")));

        paid(contribution(new ContributionClaim(BigInteger.ZERO, Fraction.ONE, one, null, null)), 0, 0);
    }

    @Test
    void aContributorThatCannotBeIsRefusedByItsField() {
        BigInteger one = BigInteger.ONE;
        BigInteger less = cents(-1);
        refused("id", () -> new Contributor("", Fraction.ONE, null, null, null, null, null));
        refused("id", () -> new Contributor(null, Fraction.ONE, null, null, null, null, null));
        refused("id", () -> new Contributor("x".repeat(81), Fraction.ONE, null, null, null, null, null));
        refused("fault", () -> new Contributor("A", null, null, null, null, null, null));
        refused("grossProceedsCents", () -> new Contributor("A", Fraction.ONE, true, null, null, null, null));
        refused("grossProceedsCents", () -> new Contributor("A", Fraction.ONE, null, less, null, null, null));
        refused("discountCents", () -> new Contributor("A", Fraction.ONE, true, one, less, null, null));
        refused("capUsedCents", () -> new Contributor("A", Fraction.ONE, true, one, null, less, null));
        refused("guiltyOf[1]", () -> other("A", "1", "M", "M"));
    }

    private static List<String> ids(String words) {
        return Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static Contribution contribution(ContributionClaim claim) {
        return Contribution.of(claim, Policies.DEFAULTS);
    }

    private static void paid(Contribution contribution, long claimantBears, long... contributions) {
        assertThat(contribution.status()).isEqualTo(Status.COMPUTED);
        assertThat(contribution.contributionCents().values())
                .containsExactly(Arrays.stream(contributions)
                        .mapToObj(BigInteger::valueOf)
                        .toArray(BigInteger[]::new));
        assertThat(contribution.claimantBearsCents()).isEqualTo(claimantBears);
    }

    private static void assertNothing(Contribution contribution) {
        assertThat(contribution.contributionCents()).isEqualTo(Map.of("CO", cents(0)));
        assertThat(contribution.uncappedCents()).isEmpty();
        assertThat(contribution.notes()).isEmpty();
        assertThat(contribution.claimantBearsCents()).isNull();
    }

    private static void refused(String field, ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOf(Refusal.class).hasFieldOrPropertyWithValue("field", field);
    }
}
