package org.registrationrights.indemnity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.indemnity.Claims.cents;
import static org.registrationrights.indemnity.Claims.with;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.indemnity.CostAward.Status;
import org.registrationrights.indemnity.CostSheet.Item;

@Verifies({Clause.S11_5_B, Clause.S11_6_A})
class CostAwardTest {

    private static final List<String> PARTIES = List.of("CO", "A", "B");
    private static final Policies JOINT = with("loserSplit", "JOINT");

    @ParameterizedTest
    @ValueSource(strings = {"ATTORNEYS", "ACCOUNTING", "FORUM_FEES", "INVESTIGATION", "EXPERTS", "COURT_REPORTER"})
    void everyKindOfCostIsRecovered(String type) {
        CostAward award = award(List.of("CO"), bill("CO", type, 10), bill("A", type, 7));

        assertThat(award.awardCents()).isEqualTo(10);
        assertThat(award.disallowedCents()).isZero();
        assertThat(award.forumFeesUnpaidCents()).isZero();
        assertThat(award.payableCents()).isEqualTo(Map.of("A", cents(5), "B", cents(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATTORNEYS", "ACCOUNTING"})
    void twoKindsAsFarAsTheyAreReasonable(String type) {
        CostAward award = award(
                List.of("CO"),
                reasonably("CO", type, 100, 61),
                reasonably("CO", type, 10, 10),
                reasonably("CO", type, 5, 0),
                // More than was billed is not recovered, and does not make up for anything either.
                reasonably("CO", type, 1, 99),
                reasonably("A", type, 1000, 1));

        assertThat(award.awardCents()).isEqualTo(72);
        assertThat(award.disallowedCents()).isEqualTo(44);
    }

    @Test
    void unpaidForumFeesGoToTheLosersOnTopAndOnce() {
        CostAward award =
                award(List.of("CO"), bill("CO", "FORUM_FEES", 10), unpaid("JAMS", 5), unpaid("CO", 4), unpaid("A", 2));

        assertThat(award.awardCents()).isEqualTo(10);
        assertThat(award.forumFeesUnpaidCents()).isEqualTo(11);
        assertThat(award.payableCents()).isEqualTo(Map.of("A", cents(11), "B", cents(10)));
    }

    @Test
    void severalMayPrevail() {
        CostAward award = award(List.of("B", "CO"), bill("CO", "EXPERTS", 10), bill("B", "EXPERTS", 5));

        assertThat(award.status()).isEqualTo(Status.AWARDED);
        assertThat(award.payableCents()).isEqualTo(Map.of("A", cents(15)));
    }

    @Test
    void losersAnswerInEqualPartsOrEachForTheWhole() {
        CostSheet sheet = new CostSheet(PARTIES, List.of("CO"), List.of(bill("CO", "EXPERTS", 8), unpaid("JAMS", 3)));

        CostAward equal = CostAward.of(sheet, Policies.DEFAULTS);
        assertThat(equal.payableCents()).isEqualTo(Map.of("A", cents(6), "B", cents(5)));
        assertThat(equal.payableCents().keySet()).containsExactly("A", "B");
        assertThat(CostAward.of(sheet, JOINT).payableCents()).isEqualTo(Map.of("A", cents(11), "B", cents(11)));
    }

    @Test
    void whereNobodyPrevailsEachBearsItsOwnAndAllShareTheForum() {
        CostSheet sheet = new CostSheet(
                PARTIES,
                null,
                List.of(reasonably("CO", "ATTORNEYS", 100, 40), bill("A", "FORUM_FEES", 9), unpaid("JAMS", 8)));

        for (Policies policies : List.of(Policies.DEFAULTS, JOINT)) {
            CostAward award = CostAward.of(sheet, policies);
            assertThat(award.status()).isEqualTo(Status.NO_PREVAILING_PARTY);
            assertThat(award.awardCents()).isZero();
            assertThat(award.disallowedCents()).isZero();
            assertThat(award.forumFeesUnpaidCents()).isEqualTo(8);
            assertThat(award.payableCents()).isEqualTo(Map.of("CO", cents(3), "A", cents(3), "B", cents(2)));
        }
    }

    @Test
    void anAwardIsTold() {
        CostAward award = award(
                List.of("CO"),
                bill("A", "EXPERTS", 3),
                reasonably("CO", "ATTORNEYS", 100, 61),
                unpaid("JAMS", 5),
                bill("CO", "EXPERTS", 7));

        List<Step> shared = award.explain(null);
        assertThat(shared)
                .extracting(Step::clause, Step::inputs, Step::name, Step::result)
                .containsExactly(
                        tuple(
                                Clause.S11_6_A,
                                Map.of("items[1] ATTORNEYS", "61", "items[3] EXPERTS", "7"),
                                "awardCents",
                                "68"),
                        tuple(Clause.S11_6_A, Map.of("items[1] ATTORNEYS", "39"), "disallowedCents", "39"),
                        tuple(Clause.S11_5_B, Map.of("items[2] FORUM_FEES", "5"), "forumFeesUnpaidCents", "5"));
        assertThat(award.explain("A").subList(0, 3)).isEqualTo(shared);
        assertThat(award.explain("A").subList(3, 4))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result, Step::policies)
                .containsExactly(tuple(
                        Clause.S11_6_A,
                        Map.of("awardCents", "68", "forumFeesUnpaidCents", "5", "payers", "2", "exactCents", "73/2"),
                        "loserCents.A",
                        "37",
                        Map.of("loserSplit", "EQUAL")));
        assertThat(CostAward.of(award.sheet(), JOINT).explain("B").subList(3, 4))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result, Step::policies)
                .containsExactly(tuple(
                        Clause.S11_6_A,
                        Map.of("awardCents", "68", "forumFeesUnpaidCents", "5"),
                        "loserCents.B",
                        "73",
                        Map.of("loserSplit", "JOINT")));
        assertThat(award.explain("A")).hasSize(4);
    }

    @Test
    void theSharesInTheForumAreTold() {
        CostAward award = award(null, bill("CO", "EXPERTS", 7), unpaid("JAMS", 8));

        assertThat(award.explain("B"))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result, Step::policies)
                .containsExactly(
                        tuple(Clause.S11_6_A, Map.of(), "awardCents", "0", Map.of()),
                        tuple(
                                Clause.S11_5_B,
                                Map.of("items[1] FORUM_FEES", "8"),
                                "forumFeesUnpaidCents",
                                "8",
                                Map.of()),
                        tuple(
                                Clause.S11_5_B,
                                Map.of(
                                        "awardCents",
                                        "0",
                                        "forumFeesUnpaidCents",
                                        "8",
                                        "payers",
                                        "3",
                                        "exactCents",
                                        "8/3"),
                                "forumSharesCents.B",
                                "2",
                                Map.of()));
    }

    @Test
    void onlyThoseWhoPayHaveFiguresOfTheirOwn() {
        CostAward award = award(List.of("CO"), unpaid("JAMS", 5));

        refused("for", () -> award.explain("CO"));
        refused("for", () -> award.explain("JAMS"));
    }

    @Test
    void aSheetThatCannotBeIsRefusedByItsField() {
        refused("parties", () -> new CostSheet(null, null, List.of()));
        refused("parties", () -> new CostSheet(List.of("A"), null, List.of()));
        refused("parties[1]", () -> new CostSheet(List.of("A", "A"), null, List.of()));
        refused("parties[0]", () -> new CostSheet(List.of("", "A"), null, List.of()));
        refused("items", () -> new CostSheet(PARTIES, null, null));
        refused("prevailing", () -> award(List.of()));
        refused("prevailing", () -> award(List.of("B", "A", "CO")));
        refused("prevailing[1]", () -> award(List.of("CO", "X")));
        refused("prevailing[1]", () -> award(List.of("CO", "CO")));
        refused("items[1].party", () -> award(List.of("CO"), unpaid("JAMS", 1), bill("JAMS", "FORUM_FEES", 1)));
        refused("items[0].party", () -> award(null, bill("X", "EXPERTS", 1)));
    }

    @Test
    void aBillThatCannotBeIsRefusedByItsField() {
        refused("party", () -> bill(null, "EXPERTS", 1));
        refused("type", () -> bill("A", null, 1));
        refused("type", () -> bill("A", "experts", 1));
        refused("type", () -> bill("A", "E".repeat(41), 1));
        refused("cents", () -> new Item("A", "EXPERTS", null, null, null));
        refused("cents", () -> bill("A", "EXPERTS", -1));
        refused("reasonableCents", () -> reasonably("A", "ATTORNEYS", 1, -1));
        refused("reasonableCents", () -> reasonably("A", "EXPERTS", 1, 1));
        refused("reasonableCents", () -> reasonably("A", "FORUM_FEES", 1, 1));
        refused("unpaid", () -> new Item("A", "ATTORNEYS", cents(1), null, true));

        assertThat(bill("A", "E".repeat(40), 0).unpaid()).isFalse();
    }

    @Test
    void theCentsOfAnyDisputeAddUp() {
        long seed = 115;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            CostSheet sheet = any(random);
            CostAward award = CostAward.of(sheet, Policies.DEFAULTS);
            String name = "seed %d, case %d: %s".formatted(seed, i, sheet);

            BigInteger billed = BigInteger.ZERO;
            for (Item item : sheet.items()) {
                boolean winners =
                        sheet.prevailing() != null && sheet.prevailing().contains(item.party());
                billed = billed.add(winners || item.unpaid() ? item.cents() : BigInteger.ZERO);
            }
            BigInteger payable = award.payableCents().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            assertThat(payable.add(award.disallowedCents())).as(name).isEqualTo(billed);
            assertThat(Collections.max(award.payableCents().values())
                            .subtract(Collections.min(award.payableCents().values())))
                    .as(name)
                    .isLessThanOrEqualTo(BigInteger.ONE);
            CostAward.of(sheet, JOINT).payableCents().forEach((payer, cents) -> {
                if (sheet.prevailing() != null) {
                    assertThat(cents).as(name).isEqualTo(payable);
                }
            });
            assertThat(award.payableCents().keySet())
                    .as(name)
                    .hasSize(sheet.parties().size() - (sheet.prevailing() == null ? 0 : 1));

            List<Item> shuffled = new ArrayList<>(sheet.items());
            Collections.shuffle(shuffled, random);
            assertThat(CostAward.of(new CostSheet(sheet.parties(), sheet.prevailing(), shuffled), Policies.DEFAULTS)
                            .payableCents())
                    .as(name)
                    .isEqualTo(award.payableCents());
        }
    }

    private static CostSheet any(Random random) {
        List<String> parties = PARTIES.subList(0, 2 + random.nextInt(2));
        List<String> prevailing = random.nextInt(4) == 0 ? null : List.of(parties.get(random.nextInt(parties.size())));
        List<Item> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String party = parties.get(random.nextInt(parties.size()));
            BigInteger cents = new BigInteger(random.nextBoolean() ? 70 : 4, random);
            items.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new Item(party, "ATTORNEYS", cents, new BigInteger(70, random), null);
                        case 1 -> new Item("JAMS", "FORUM_FEES", cents, null, true);
                        default -> new Item(party, "EXPERTS", cents, null, false);
                    });
        }
        return new CostSheet(parties, prevailing, items);
    }

    private static CostAward award(List<String> prevailing, Item... items) {
        return CostAward.of(new CostSheet(PARTIES, prevailing, List.of(items)), Policies.DEFAULTS);
    }

    private static Item bill(String party, String type, long cents) {
        return new Item(party, type, cents(cents), null, null);
    }

    private static Item reasonably(String party, String type, long cents, long reasonableCents) {
        return new Item(party, type, cents(cents), cents(reasonableCents), null);
    }

    private static Item unpaid(String party, long cents) {
        return new Item(party, "FORUM_FEES", cents(cents), null, true);
    }

    private static void refused(String field, ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOf(Refusal.class).hasFieldOrPropertyWithValue("field", field);
    }
}
