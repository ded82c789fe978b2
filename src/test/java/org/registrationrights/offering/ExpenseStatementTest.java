package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.ExpenseRepository.Bill;
import org.registrationrights.offering.ExpenseStatement.Line;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;

/** Who bears what, bill by bill, and by which shares. */
@Verifies({Clause.S5_A, Clause.S5_B})
class ExpenseStatementTest {

    @Test
    void everyBearerHasItsBillsAndTheirSum() {
        List<Bill> bills = List.of(
                bill(1, Type.SEC_FEE, 905), bill(3, Type.HOLDER_COUNSEL, 100_000_001), bill(4, Type.PRINTING, 0));
        List<ExpenseStatement> statements = ExpenseStatement.of(
                bills,
                Map.of(
                        1, Map.of("COMPANY", cents(905)),
                        2, Map.of("H-2", cents(7)),
                        3, Map.of("H-1", cents(100_000_001))));

        assertThat(statements)
                .containsExactly(
                        new ExpenseStatement(
                                "COMPANY", List.of(new Line(1, Type.SEC_FEE, cents(905), cents(905))), cents(905)),
                        new ExpenseStatement(
                                "H-1",
                                List.of(new Line(3, Type.HOLDER_COUNSEL, cents(100_000_001), cents(100_000_001))),
                                cents(100_000_001)));
        assertThat(statements.get(0).text())
                .isEqualTo("SEC filing fee (bill 1): 9.05 of 9.05. Together: 9.05 dollars.");
        assertThat(statements.get(1).text())
                .isEqualTo(
                        "Counsel of Holders (bill 3): 1,000,000.01 of 1,000,000.01. Together: 1,000,000.01 dollars.");
    }

    @Test
    void ofAWithdrawnRegistrationHoldersBearTheirCounselByTheSharesThatItWasToRegister() {
        ExpenseBasis basis = ExpenseBasis.unsold(new TreeMap<>(Map.of("A", cents(3), "B", cents(1))));
        Expenses.Borne borne = basis.allocate(
                        List.of(item(Type.PRINTING, 50), item(Type.HOLDER_COUNSEL, 101)), Policies.DEFAULTS)
                .borne();

        assertThat(borne.companyCents()).isEqualTo(50);
        assertThat(borne.holderCents()).isEqualTo(Map.of("A", cents(76), "B", cents(25)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> basis.allocate(
                        List.of(item(Type.PRINTING, 1), item(Type.UNDERWRITING_DISCOUNT, 1)), Policies.DEFAULTS))
                .withMessage(
                        "items[1].type: belongs to sold shares: the registration was withdrawn before anything was sold (Section 5)");
    }

    private static Bill bill(int line, Type type, long cents) {
        return new Bill(line, item(type, cents), null, null, null, Instant.EPOCH, "finance");
    }

    private static Item item(Type type, long cents) {
        return new Item(type, cents(cents), null);
    }

    private static BigInteger cents(long count) {
        return BigInteger.valueOf(count);
    }
}
