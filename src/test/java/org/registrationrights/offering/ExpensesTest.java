package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.with;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.explanation.Told;
import org.registrationrights.offering.Expenses.Borne;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;

@Verifies({Clause.S5_A, Clause.S5_B})
class ExpensesTest {

    private static final Policies EQUAL = with("holderCounselSplit", "EQUAL");

    @ParameterizedTest
    @EnumSource(
            value = Type.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HOLDER_COUNSEL", "UNDERWRITING_DISCOUNT"})
    void allButTwoKindsAreTheCompanys(Type type) {
        Borne expenses = allocate(sold(3, 2), 0, 5, item(type, 999), new Item(type, count(1), List.of("A")));

        assertThat(expenses.companyCents()).isEqualTo(1000);
        assertThat(expenses.holderCents()).isEqualTo(Map.of("A", count(0), "B", count(0)));
        assertThat(expenses.otherSellersCents()).isZero();
    }

    @Test
    void theDiscountFallsOnAllSellersAndOddCentsOnTheFirstOfThem() {
        // 5 cents over 1 + 1 + 1 + 1 shares: one odd cent, the Company's. Over three sellers: two odd cents.
        Borne four = allocate(sold(1, 1), 1, 1, item(Type.UNDERWRITING_DISCOUNT, 5));
        assertThat(four.companyCents()).isEqualTo(2);
        assertThat(four.holderCents()).isEqualTo(Map.of("A", count(1), "B", count(1)));
        assertThat(four.otherSellersCents()).isEqualTo(1);

        Borne three = allocate(sold(1, 1), 0, 1, item(Type.UNDERWRITING_DISCOUNT, 5));
        assertThat(three.companyCents()).isZero();
        assertThat(three.holderCents()).isEqualTo(Map.of("A", count(2), "B", count(2)));
        assertThat(three.otherSellersCents()).isEqualTo(1);
    }

    @Test
    void aHoldersCounselIsItsOwnEvenIfItSellsNothing() {
        Borne expenses = allocate(sold(0, 100), 0, 0, new Item(Type.HOLDER_COUNSEL, count(700), List.of("A")));

        assertThat(expenses.holderCents()).isEqualTo(Map.of("A", count(700), "B", count(0)));
    }

    @Test
    void sharedCounselIsSplitBySharesOrEquallyInTheOrderOfTheBill() {
        Item shared = new Item(Type.HOLDER_COUNSEL, count(101), List.of("B", "A"));

        assertThat(allocate(sold(3, 1), 0, 0, shared).holderCents()).isEqualTo(Map.of("A", count(76), "B", count(25)));
        assertThat(Expenses.allocate(sold(3, 1), count(0), count(0), List.of(shared), EQUAL)
                        .borne()
                        .holderCents())
                .isEqualTo(Map.of("A", count(50), "B", count(51)));
    }

    @Test
    void aBillThatNobodyCanBearIsRefused() {
        refused("items[1]", sold(0, 0), item(Type.PRINTING, 1), item(Type.UNDERWRITING_DISCOUNT, 1));
        refused("items[0]", sold(0, 0), item(Type.HOLDER_COUNSEL, 1));
        refused("items[0]", Map.of(), item(Type.HOLDER_COUNSEL, 1));
        refused("items[0]", sold(1, 1), new Item(Type.HOLDER_COUNSEL, count(1), List.of()));

        assertThat(allocate(sold(0, 0), 0, 0, item(Type.UNDERWRITING_DISCOUNT, 0))
                        .totalCents())
                .isZero();
        assertThat(Expenses.allocate(sold(0, 0), count(0), count(0), List.of(item(Type.HOLDER_COUNSEL, 3)), EQUAL)
                        .borne()
                        .holderCents())
                .isEqualTo(Map.of("A", count(2), "B", count(1)));
    }

    @Test
    void inputThatCannotBeIsRefusedByItsPath() {
        refused("holderShares.B", sold(1, -1));
        refused("holderShares.A", Collections.singletonMap("A", null));
        refused("items[0].type", sold(1, 1), item(null, 1));
        refused("items[0].cents", sold(1, 1), item(Type.PRINTING, -1));
        refused("items[0].cents", sold(1, 1), new Item(Type.PRINTING, null, null));
        refused("items[0].for", sold(1, 1), new Item(Type.HOLDER_COUNSEL, count(1), List.of("X")));
        refused("items[0].for", sold(1, 1), new Item(Type.PRINTING, count(1), List.of("X")));
        refused("items[0].for", sold(1, 1), new Item(Type.HOLDER_COUNSEL, count(1), List.of("A", "A")));
        refused("items[0].for", sold(1, 1), new Item(Type.UNDERWRITING_DISCOUNT, count(1), List.of("A")));
        assertThatThrownBy(() -> allocate(sold(1, 1), -1, 0))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "companyShares");
        assertThatThrownBy(() -> allocate(sold(1, 1), 0, -1))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "otherShares");
    }

    @Test
    void tellsAHolderEachBillThatFallsOnIt() {
        Expenses expenses = expenses(
                sold(3, 1),
                4,
                2,
                Policies.DEFAULTS,
                item(Type.PRINTING, 1000),
                new Item(Type.HOLDER_COUNSEL, count(7), List.of("B")),
                new Item(Type.HOLDER_COUNSEL, count(9), List.of("A")),
                item(Type.HOLDER_COUNSEL, 101),
                item(Type.HOLDER_COUNSEL, 0),
                item(Type.UNDERWRITING_DISCOUNT, 25));

        assertThat(Told.steps(expenses, "A"))
                .containsExactly(
                        "5-b {type=HOLDER_COUNSEL, cents=9} items[2].holderCents.A=9",
                        "5-b {type=HOLDER_COUNSEL, cents=101, shares=3, shares of all=4, exact=303/4}"
                                + " items[3].holderCents.A=76 {holderCounselSplit=BY_SHARES}",
                        "5-b {type=UNDERWRITING_DISCOUNT, cents=25, shares=3, shares of all=10, exact=15/2}"
                                + " items[5].holderCents.A=8",
                        "5-b {items[2]=9, items[3]=76, items[5]=8} holderCents.A=93");
        assertThat(Told.steps(expenses, "B"))
                .containsExactly(
                        "5-b {type=HOLDER_COUNSEL, cents=7} items[1].holderCents.B=7",
                        "5-b {type=HOLDER_COUNSEL, cents=101, shares=1, shares of all=4, exact=101/4}"
                                + " items[3].holderCents.B=25 {holderCounselSplit=BY_SHARES}",
                        "5-b {type=UNDERWRITING_DISCOUNT, cents=25, shares=1, shares of all=10, exact=5/2}"
                                + " items[5].holderCents.B=2",
                        "5-b {items[1]=7, items[3]=25, items[5]=2} holderCents.B=34");
        assertThat(expenses.explain("A"))
                .extracting(Step::formula)
                .satisfiesExactly(
                        own -> assertThat(own).isEqualTo("the bill of its own counsel"),
                        shared -> assertThat(shared).contains("shared counsel's bill by shares", "largest fractions"),
                        discount -> assertThat(discount).contains("discount by the shares", "largest fractions"),
                        sum -> assertThat(sum).isEqualTo("its parts of the bills"));
    }

    @Test
    void tellsTheCompanysAndTheOthersPartsToAll() {
        Expenses expenses = expenses(
                sold(3, 1),
                4,
                2,
                Policies.DEFAULTS,
                item(Type.PRINTING, 1000),
                item(Type.HOLDER_COUNSEL, 101),
                item(Type.UNDERWRITING_DISCOUNT, 25));

        assertThat(Told.steps(expenses, null))
                .containsExactly(
                        "5-a {type=PRINTING, cents=1000} items[0].companyCents=1000",
                        "5-b {type=UNDERWRITING_DISCOUNT, cents=25, shares=4, shares of all=10, exact=10}"
                                + " items[2].companyCents=10",
                        "5-a {items[0]=1000, items[2]=10} companyCents=1010",
                        "5-b {type=UNDERWRITING_DISCOUNT, cents=25, shares=2, shares of all=10, exact=5}"
                                + " items[2].otherSellersCents=5",
                        "5-b {items[2]=5} otherSellersCents=5",
                        "5-a {companyCents=1010, holderCents of all=111, otherSellersCents=5} totalCents=1126");
        assertThat(expenses.explain(null).get(0).formula()).contains("so the Company's");
    }

    @Test
    void tellsEqualPartsOfASharedCounsel() {
        Expenses expenses = expenses(sold(3, 0), 0, 0, EQUAL, item(Type.HOLDER_COUNSEL, 101));

        assertThat(Told.steps(expenses, "B"))
                .containsExactly(
                        "5-b {type=HOLDER_COUNSEL, cents=101, parts=1, parts of all=2, exact=101/2}"
                                + " items[0].holderCents.B=50 {holderCounselSplit=EQUAL}",
                        "5-b {items[0]=50} holderCents.B=50");
        assertThat(expenses.explain("B").get(0).formula()).startsWith("an equal part");
    }

    @Test
    void onlyHoldersOfTheListAreTold() {
        Expenses none = expenses(sold(1, 1), 0, 0, Policies.DEFAULTS);

        assertThat(Told.steps(none, "A")).containsExactly("5-b {} holderCents.A=0");
        assertThatThrownBy(() -> none.explain("COMPANY")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.field()).isEqualTo("for");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNKNOWN);
        });
    }

    private static void refused(String field, Map<String, BigInteger> sold, Item... items) {
        assertThatThrownBy(() -> allocate(sold, 0, 0, items))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", field);
    }

    private static Borne allocate(Map<String, BigInteger> sold, long companyShares, long otherShares, Item... items) {
        return expenses(sold, companyShares, otherShares, Policies.DEFAULTS, items)
                .borne();
    }

    private static Expenses expenses(
            Map<String, BigInteger> sold, long companyShares, long otherShares, Policies policies, Item... items) {
        return Expenses.allocate(sold, count(companyShares), count(otherShares), List.of(items), policies);
    }

    private static Map<String, BigInteger> sold(long a, long b) {
        Map<String, BigInteger> sold = new LinkedHashMap<>();
        sold.put("A", count(a));
        sold.put("B", count(b));
        return sold;
    }

    private static Item item(Type type, long cents) {
        return new Item(type, count(cents), null);
    }
}
