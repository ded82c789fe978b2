package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.register.Lots.held;
import static org.registrationrights.register.Lots.merger;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.register.StatementSale.Taking;

@Verifies(Clause.S1_7_W)
class StatementSaleTest {

    private static final LocalDate SOLD = LocalDate.parse("2002-02-20");

    private static final ShareLot FIRST = merger("L-1", "H-1", 300);
    private static final ShareLot SECOND = merger("L-2", "H-1", 200);
    private static final ShareLot ESCROWED = merger("L-3", "H-1", 900).with(LotDate.ESCROW_FROM, SOLD);

    @Test
    void takesTheOnlyLotTheNamedOneOrAll() {
        assertThat(taken(sale(100, null), FIRST, ESCROWED)).containsExactly(FIRST);
        assertThat(taken(sale(300, null), FIRST, ESCROWED)).containsExactly(FIRST);
        assertThat(taken(sale(100, "L-2"), FIRST, SECOND)).containsExactly(SECOND);
        assertThat(taken(sale(500, null), FIRST, SECOND, ESCROWED)).containsExactly(FIRST, SECOND);
    }

    @Test
    void doesNotGuessTheLotOfAPartialSale() {
        assertRefused(sale(300, null), "sales[4].lot", FIRST, SECOND);
    }

    @Test
    void refusesMoreThanWasRegistrableThatDay() {
        assertRefused(sale(501, null), "sales[4].shares", FIRST, SECOND, ESCROWED);
        assertRefused(sale(301, "L-1"), "sales[4].shares", FIRST, SECOND);
        assertRefused(sale(1, "L-3"), "sales[4].shares", FIRST, ESCROWED);
        assertRefused(sale(1, "L-1"), "sales[4].shares", held(FIRST, "2002-02-21", null));
        assertRefused(sale(1, "L-1"), "sales[4].shares", held(FIRST, null, "2002-02-20"));
        assertRefused(sale(1, null), "sales[4].shares");
    }

    @Test
    void refusesALotOfSomebodyElse() {
        assertRefused(sale(1, "L-8"), "sales[4].lot", FIRST);
    }

    @Test
    void refusesToRewriteALotThatHasChangedSince() {
        assertRefused(sale(300, "L-1"), "sales[4].soldOn", held(FIRST, null, "2002-02-21"));
        assertRefused(sale(300, "L-1"), "sales[4].shares", FIRST.disposed(SOLD.plusDays(1), SOLD));
    }

    @Test
    void takesWhatALaterSaleHasLeftAndNamesTheLotOfTheDay() {
        LocalDate later = SOLD.plusDays(2);
        ShareLot before = held(FIRST, null, later.toString());
        ShareLot sold =
                before.part("L-1.1", BigInteger.valueOf(100), later, null).disposed(later, SOLD);
        ShareLot left = before.part("L-1.2", BigInteger.valueOf(200), later, null);

        assertThat(sale(50, "L-1").takes("sales[4]", List.of(before, sold, left), Policies.DEFAULTS))
                .containsExactly(new Taking(before, BigInteger.valueOf(50), List.of(left)));
        assertThat(new StatementSale("H-1", BigInteger.ONE, later, "L-1")
                        .takes("sales[4]", List.of(before, sold, left), Policies.DEFAULTS))
                .containsExactly(new Taking(left, BigInteger.ONE, List.of()));
        assertThat(taken(sale(200, null), before, sold, left)).containsExactly(before);
        assertRefused(sale(201, null), "sales[4].shares", before, sold, left);
        // the other lot, too, has something left
        assertRefused(sale(201, null), "sales[4].lot", before, sold, left, SECOND);
        // parts that came about by another way than a sale under the statement
        assertRefused(sale(1, null), "sales[4].soldOn", before, left);
        assertRefused(sale(1, null), "sales[4].soldOn", before, held(sold, null, null), left);
    }

    @Test
    void refusesWhatIsMissingNotAboveZeroOrBeforeEffectiveness() {
        assertMalformed(new StatementSale(null, BigInteger.ONE, SOLD, null), "sales[4].holderId");
        assertMalformed(new StatementSale("H-1", null, SOLD, null), "sales[4].shares");
        assertMalformed(sale(0, null), "sales[4].shares");
        assertMalformed(sale(-1, null), "sales[4].shares");
        assertMalformed(new StatementSale("H-1", BigInteger.ONE, null, null), "sales[4].soldOn");
        assertMalformed(new StatementSale("H-1", BigInteger.ONE, SOLD.minusDays(1), null), "sales[4].soldOn");
        sale(1, null).check("sales[4]", SOLD);
    }

    private static StatementSale sale(long shares, String lot) {
        return new StatementSale("H-1", BigInteger.valueOf(shares), SOLD, lot);
    }

    private static List<ShareLot> taken(StatementSale sale, ShareLot... lots) {
        return sale.takes("sales[4]", List.of(lots), Policies.DEFAULTS).stream()
                .map(Taking::lot)
                .toList();
    }

    private static void assertRefused(StatementSale sale, String field, ShareLot... lots) {
        assertThatThrownBy(() -> taken(sale, lots))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static void assertMalformed(StatementSale sale, String field) {
        assertThatThrownBy(() -> sale.check("sales[4]", SOLD))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
