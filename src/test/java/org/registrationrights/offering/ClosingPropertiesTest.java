package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Closing.Reported;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.Expenses.Borne;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;
import org.registrationrights.offering.SaleRepository.Sale;

/** What holds of any offering over all its closings, and of the bills that come after them. */
@Verifies({Clause.S1_7_W, Clause.S5_A, Clause.S5_B})
class ClosingPropertiesTest {

    private static final int CASES = 500;
    private static final LocalDate EFFECTIVE = LocalDate.parse("2002-02-04");

    private final Random random = new Random();

    @Test
    void nobodySellsMoreThanIsRegisteredForItOverAllClosings() {
        forAnyOffering(21, covered -> {
            covered.lines().forEach(line -> {
                assertThat(line.sold()).isLessThanOrEqualTo(line.registered());
                assertThat(line.sold().add(line.unsold())).isEqualTo(line.registered());
            });
            assertThat(covered.closings())
                    .extracting(Closing::last)
                    .as("only the last is final")
                    .endsWith(true)
                    .containsOnlyOnce(true);
            assertThatThrownBy(() -> covered.close(
                            new Reported(null, EFFECTIVE.plusYears(1), false, null, null, List.of()), EFFECTIVE))
                    .isInstanceOf(Refusal.class)
                    .hasFieldOrPropertyWithValue("field", "offeringId");
        });
    }

    @Test
    void theCentsOfAllBearersAddUpToEachBill() {
        forAnyOffering(22, covered -> {
            ExpenseBasis basis = ExpenseBasis.sold(covered);
            List<Bill> bills = bills(basis);
            Map<Integer, Map<String, BigInteger>> parts = new HashMap<>();
            for (Bill bill : bills) {
                Borne borne =
                        basis.allocate(List.of(bill.item()), Policies.DEFAULTS).borne();
                BigInteger together = borne.holderCents().values().stream()
                        .reduce(borne.companyCents().add(borne.otherSellersCents()), BigInteger::add);
                assertThat(together).isEqualTo(bill.item().cents());
                parts.put(bill.line(), byBearer(borne));
            }
            // bill by bill it comes to the same as all bills at once
            Borne atOnce = basis.allocate(bills.stream().map(Bill::item).toList(), Policies.DEFAULTS)
                    .borne();
            Map<String, BigInteger> totals = new HashMap<>();
            ExpenseStatement.of(bills, parts)
                    .forEach(statement -> totals.put(statement.bearer(), statement.totalCents()));
            assertThat(totals).isEqualTo(byBearer(atOnce));
        });
    }

    private void forAnyOffering(long seed, Consumer<CoveredShares> property) {
        random.setSeed(seed);
        for (int i = 0; i < CASES; i++) {
            CoveredShares covered = randomOffering();
            try {
                property.accept(covered);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + covered, e);
            }
        }
    }

    /** Up to four closings, in each of which a Holder sells some of what it has left, all of it, or nothing. */
    private CoveredShares randomOffering() {
        int bits = random.nextBoolean() ? 3 : 70;
        Map<String, BigInteger> registered = new LinkedHashMap<>();
        for (int h = random.nextInt(5); h >= 0; h--) {
            registered.put("H" + h, new BigInteger(bits, random));
        }
        CoveredShares covered = new CoveredShares(
                registered, new BigInteger(bits, random), new BigInteger(bits, random), List.of(), Map.of());
        int closings = 1 + random.nextInt(4);
        for (int n = 1; n <= closings; n++) {
            LocalDate closedOn = EFFECTIVE.plusDays(10L * n);
            List<Sale> sales = sales(covered, closedOn);
            Closing closing = covered.close(
                    new Reported(
                            random.nextBoolean() ? n : null,
                            closedOn,
                            n == closings,
                            random.nextBoolean() ? null : new BigInteger(bits, random),
                            random.nextBoolean() ? null : new BigInteger(bits, random),
                            sales),
                    EFFECTIVE);
            covered = after(covered, closing, sales);
        }
        return covered;
    }

    private List<Sale> sales(CoveredShares covered, LocalDate closedOn) {
        List<Sale> sales = new ArrayList<>();
        for (CoveredShares.Line line : covered.lines()) {
            BigInteger some = random.nextInt(4) == 0
                    ? line.unsold()
                    : new BigInteger(line.unsold().bitLength(), random).min(line.unsold());
            if (some.signum() > 0) {
                LocalDate soldOn =
                        EFFECTIVE.plusDays(random.nextInt(1 + (int) (closedOn.toEpochDay() - EFFECTIVE.toEpochDay())));
                sales.add(new Sale(line.holderId(), null, some, soldOn, null));
            }
        }
        return sales;
    }

    private static CoveredShares after(CoveredShares before, Closing closing, List<Sale> sales) {
        List<Closing> closings = new ArrayList<>(before.closings());
        closings.add(closing);
        Map<String, BigInteger> sold = new HashMap<>(before.sold());
        sales.forEach(sale -> sold.merge(sale.holderId(), sale.shares(), BigInteger::add));
        return new CoveredShares(before.registered(), before.ofCompany(), before.ofOthers(), closings, sold);
    }

    /** Bills that somebody can bear. */
    private List<Bill> bills(ExpenseBasis basis) {
        List<Bill> bills = new ArrayList<>();
        boolean anybodySold = basis.companyShares().signum() > 0
                || basis.otherShares().signum() > 0
                || basis.holderShares().values().stream().anyMatch(shares -> shares.signum() > 0);
        for (int k = random.nextInt(8); k > 0; k--) {
            Type type = Type.values()[random.nextInt(Type.values().length)];
            List<String> client = type == Type.HOLDER_COUNSEL
                    ? List.of("H" + random.nextInt(basis.holderShares().size()))
                    : null;
            if (type != Type.UNDERWRITING_DISCOUNT || anybodySold) {
                Item item = new Item(type, new BigInteger(40, random), client);
                bills.add(new Bill(bills.size() + 1, item, null, null, null, Instant.EPOCH, "finance"));
            }
        }
        return bills;
    }

    /** Without those that bear nothing. */
    private static Map<String, BigInteger> byBearer(Borne borne) {
        Map<String, BigInteger> cents = new HashMap<>(borne.holderCents());
        cents.put(ExpenseRepository.COMPANY, borne.companyCents());
        cents.put(ExpenseRepository.OTHER_SELLERS, borne.otherSellersCents());
        cents.values().removeIf(part -> part.signum() == 0);
        return cents;
    }
}
