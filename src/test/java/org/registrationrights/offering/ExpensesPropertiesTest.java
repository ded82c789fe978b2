package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.offering.Sellers.with;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;

/** What holds of any bills among any sellers. */
@Verifies({Clause.S5_A, Clause.S5_B})
class ExpensesPropertiesTest {

    private static final int CASES = 500;

    private final Random random = new Random();

    /** Bills and sellers to share them. */
    private record Case(
            Map<String, BigInteger> sold,
            BigInteger companyShares,
            BigInteger otherShares,
            List<Item> items,
            Policies policies) {

        Expenses allocate() {
            return Expenses.allocate(sold, companyShares, otherShares, items, policies);
        }
    }

    @Test
    void theCentsOfAllAddUpToTheBills() {
        forAnyBills(5, bills -> {
            Expenses.Borne borne = bills.allocate().borne();
            BigInteger billed = bills.items.stream().map(Item::cents).reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger together = borne.holderCents().values().stream()
                    .reduce(borne.companyCents().add(borne.otherSellersCents()), BigInteger::add);
            assertThat(together).isEqualTo(billed);
            assertThat(borne.totalCents()).isEqualTo(billed);
        });
    }

    @Test
    void theOrderOfTheBillsChangesNoFigure() {
        forAnyBills(6, bills -> {
            List<Item> shuffled = new ArrayList<>(bills.items);
            Collections.shuffle(shuffled, random);
            assertThat(new Case(bills.sold, bills.companyShares, bills.otherShares, shuffled, bills.policies)
                            .allocate()
                            .borne())
                    .isEqualTo(bills.allocate().borne());
        });
    }

    @Test
    void sharesOfAllTimesTheSameChangeNoFigure() {
        forAnyBills(7, bills -> {
            BigInteger k = BigInteger.valueOf(1 + random.nextInt(1_000_000));
            Map<String, BigInteger> sold = new LinkedHashMap<>();
            bills.sold.forEach((holder, shares) -> sold.put(holder, shares.multiply(k)));
            assertThat(new Case(
                                    sold,
                                    bills.companyShares.multiply(k),
                                    bills.otherShares.multiply(k),
                                    bills.items,
                                    bills.policies)
                            .allocate()
                            .borne())
                    .isEqualTo(bills.allocate().borne());
        });
    }

    @Test
    void whoSellsMoreBearsNoLessOfTheDiscount() {
        forAnyBills(8, bills -> {
            Map<String, BigInteger> borne = new Case(
                            bills.sold,
                            bills.companyShares,
                            bills.otherShares,
                            List.of(new Item(Type.UNDERWRITING_DISCOUNT, new BigInteger(9, random), null)),
                            bills.policies)
                    .allocate()
                    .borne()
                    .holderCents();
            bills.sold.forEach((more, shares) -> bills.sold.forEach((less, fewer) -> {
                if (shares.compareTo(fewer) > 0) {
                    assertThat(borne.get(more)).isGreaterThanOrEqualTo(borne.get(less));
                }
            }));
        });
    }

    @Test
    void whatIsToldOfAHolderLeadsToItsFigure() {
        forAnyBills(9, bills -> {
            Expenses expenses = bills.allocate();
            expenses.borne().holderCents().forEach((holder, cents) -> {
                List<Step> steps = expenses.explain(holder);
                Step sum = steps.get(steps.size() - 1);
                assertThat(sum.name()).isEqualTo("holderCents." + holder);
                assertThat(sum.result()).isEqualTo(cents.toString());
                assertThat(steps.subList(0, steps.size() - 1).stream()
                                .map(step -> new BigInteger(step.result()))
                                .reduce(BigInteger.ZERO, BigInteger::add))
                        .isEqualTo(cents);
                assertThat(sum.inputs().values())
                        .containsExactlyElementsOf(steps.subList(0, steps.size() - 1).stream()
                                .map(Step::result)
                                .toList());
            });
        });
    }

    private void forAnyBills(long seed, Consumer<Case> property) {
        random.setSeed(seed);
        for (int i = 0; i < CASES; i++) {
            Case bills = randomCase();
            try {
                property.accept(bills);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + bills, e);
            }
        }
    }

    /** Numbers are small as often as they are large, so that fractions tie; every Holder sells something. */
    private Case randomCase() {
        int bits = random.nextBoolean() ? 2 : 70;
        Map<String, BigInteger> sold = new LinkedHashMap<>();
        for (int h = random.nextInt(6); h >= 0; h--) {
            sold.put("H" + h, new BigInteger(bits, random).add(BigInteger.ONE));
        }
        List<Item> items = new ArrayList<>();
        for (int k = random.nextInt(8); k > 0; k--) {
            Type type = Type.values()[random.nextInt(Type.values().length)];
            items.add(new Item(type, new BigInteger(bits + 3, random), clients(type, sold)));
        }
        return new Case(
                sold,
                new BigInteger(bits, random),
                new BigInteger(bits, random),
                items,
                with("holderCounselSplit", random.nextBoolean() ? "EQUAL" : "BY_SHARES"));
    }

    private List<String> clients(Type type, Map<String, BigInteger> sold) {
        if (type != Type.HOLDER_COUNSEL || random.nextBoolean()) {
            return null;
        }
        List<String> clients = new ArrayList<>(sold.keySet());
        Collections.shuffle(clients, random);
        return List.copyOf(clients.subList(0, 1 + random.nextInt(clients.size())));
    }
}
