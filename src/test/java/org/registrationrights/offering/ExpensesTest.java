package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.offering.Sellers.count;
import static org.registrationrights.offering.Sellers.with;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;

@Verifies({Clause.S5_A, Clause.S5_B})
class ExpensesTest {

    @ParameterizedTest
    @EnumSource(
            value = Type.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HOLDER_COUNSEL", "UNDERWRITING_DISCOUNT"})
    void allButTwoKindsAreTheCompanys(Type type) {
        Expenses expenses = allocate(sold(3, 2), 0, 5, item(type, 999), new Item(type, count(1), List.of("A")));

        assertThat(expenses.companyCents()).isEqualTo(1000);
        assertThat(expenses.holderCents()).isEqualTo(Map.of("A", count(0), "B", count(0)));
        assertThat(expenses.otherSellersCents()).isZero();
    }

    @Test
    void theDiscountFallsOnAllSellersAndOddCentsOnTheFirstOfThem() {
        // 5 cents over 1 + 1 + 1 + 1 shares: one odd cent, the Company's. Over three sellers: two odd cents.
        Expenses four = allocate(sold(1, 1), 1, 1, item(Type.UNDERWRITING_DISCOUNT, 5));
        assertThat(four.companyCents()).isEqualTo(2);
        assertThat(four.holderCents()).isEqualTo(Map.of("A", count(1), "B", count(1)));
        assertThat(four.otherSellersCents()).isEqualTo(1);

        Expenses three = allocate(sold(1, 1), 0, 1, item(Type.UNDERWRITING_DISCOUNT, 5));
        assertThat(three.companyCents()).isZero();
        assertThat(three.holderCents()).isEqualTo(Map.of("A", count(2), "B", count(2)));
        assertThat(three.otherSellersCents()).isEqualTo(1);
    }

    @Test
    void aHoldersCounselIsItsOwnEvenIfItSellsNothing() {
        Expenses expenses = allocate(sold(0, 100), 0, 0, new Item(Type.HOLDER_COUNSEL, count(700), List.of("A")));

        assertThat(expenses.holderCents()).isEqualTo(Map.of("A", count(700), "B", count(0)));
    }

    @Test
    void sharedCounselIsSplitBySharesOrEquallyInTheOrderOfTheBill() {
        Item shared = new Item(Type.HOLDER_COUNSEL, count(101), List.of("B", "A"));

        assertThat(allocate(sold(3, 1), 0, 0, shared).holderCents()).isEqualTo(Map.of("A", count(76), "B", count(25)));
        assertThat(Expenses.allocate(
                                sold(3, 1), count(0), count(0), List.of(shared), with("holderCounselSplit", "EQUAL"))
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
        assertThat(Expenses.allocate(
                                sold(0, 0),
                                count(0),
                                count(0),
                                List.of(item(Type.HOLDER_COUNSEL, 3)),
                                with("holderCounselSplit", "EQUAL"))
                        .holderCents())
                .isEqualTo(Map.of("A", count(2), "B", count(1)));
    }

    @Test
    void inputThatCannotBeIsRefusedByItsPath() {
        refused("holderShares.B", sold(1, -1));
        refused("items[0].type", sold(1, 1), item(null, 1));
        refused("items[0].cents", sold(1, 1), item(Type.PRINTING, -1));
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
    void theCentsOfAnyBillsAddUp() {
        long seed = 5;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Map<String, BigInteger> sold = new LinkedHashMap<>();
            for (int h = random.nextInt(6); h >= 0; h--) {
                sold.put("H" + h, new BigInteger(70, random).add(BigInteger.ONE));
            }
            List<Item> items = new ArrayList<>();
            BigInteger billed = BigInteger.ZERO;
            for (int k = random.nextInt(8); k > 0; k--) {
                BigInteger cents = new BigInteger(65, random);
                items.add(new Item(Type.values()[random.nextInt(Type.values().length)], cents, null));
                billed = billed.add(cents);
            }
            Policies policies = with("holderCounselSplit", random.nextBoolean() ? "EQUAL" : "BY_SHARES");

            Expenses expenses =
                    Expenses.allocate(sold, new BigInteger(70, random), new BigInteger(70, random), items, policies);

            BigInteger borne = expenses.holderCents().values().stream()
                    .reduce(expenses.companyCents().add(expenses.otherSellersCents()), BigInteger::add);
            assertThat(borne).as("seed %d, case %d: %s", seed, i, items).isEqualTo(billed);
            assertThat(expenses.totalCents()).isEqualTo(billed);
        }
    }

    private static void refused(String field, Map<String, BigInteger> sold, Item... items) {
        assertThatThrownBy(() -> allocate(sold, 0, 0, items))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", field);
    }

    private static Expenses allocate(
            Map<String, BigInteger> sold, long companyShares, long otherShares, Item... items) {
        return Expenses.allocate(sold, count(companyShares), count(otherShares), List.of(items), Policies.DEFAULTS);
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
