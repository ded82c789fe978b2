package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Closing.Basis;
import org.registrationrights.offering.Closing.Reported;
import org.registrationrights.offering.Closing.Sold;
import org.registrationrights.offering.CoveredShares.Line;
import org.registrationrights.offering.SaleRepository.Sale;

@Verifies(Clause.S1_7_W)
class CoveredSharesTest {

    private static final LocalDate EFFECTIVE = LocalDate.parse("2002-02-04");
    private static final LocalDate FIRST = LocalDate.parse("2002-02-08");
    private static final LocalDate SECOND = LocalDate.parse("2002-02-20");

    @Test
    void whatNobodySaysOfTheOthersIsWhatTheyHadLeft() {
        Closing first = covered(List.of(), Map.of()).close(reported(FIRST, false, count(70), null), EFFECTIVE);
        assertThat(first)
                .isEqualTo(new Closing(
                        1,
                        FIRST,
                        false,
                        new Sold(count(70), Basis.REPORTED),
                        new Sold(count(50), Basis.AS_REGISTERED)));

        CoveredShares after = covered(List.of(first), Map.of());
        assertThat(after.soldByCompany()).isEqualTo(70);
        assertThat(after.soldByOthers()).isEqualTo(50);
        assertThat(after.close(reported(SECOND, true, null, null), EFFECTIVE))
                .isEqualTo(new Closing(
                        2,
                        SECOND,
                        true,
                        new Sold(count(30), Basis.AS_REGISTERED),
                        new Sold(count(0), Basis.AS_REGISTERED)));
    }

    @Test
    void whoHasSoldMoreThanWasRegisteredHasNothingLeft() {
        Closing first = covered(List.of(), Map.of()).close(reported(FIRST, false, count(120), null), EFFECTIVE);

        assertThat(covered(List.of(first), Map.of())
                        .close(reported(SECOND, true, null, null), EFFECTIVE)
                        .company())
                .isEqualTo(new Sold(count(0), Basis.AS_REGISTERED));
    }

    @Test
    void tellsOfEachHolderWhatIsSoldAndUnsold() {
        assertThat(covered(List.of(), Map.of("A", count(4))).lines())
                .containsExactly(
                        new Line("A", count(10), count(4), count(6)), new Line("B", count(5), count(0), count(5)));
    }

    @Test
    void twoMayCloseOnOneDayAndALaterOneReportEarlierSales() {
        Closing first = covered(List.of(), Map.of()).close(reported(FIRST, false, null, null), EFFECTIVE);
        CoveredShares after = covered(List.of(first), Map.of("A", count(4)));

        assertThat(after.close(reported(FIRST, true, null, null, sale("A", 6, EFFECTIVE)), EFFECTIVE)
                        .number())
                .isEqualTo(2);
        refused(after, "closedOn", reported(FIRST.minusDays(1), true, null, null));
        refused(after, "sales[0].shares", reported(SECOND, true, null, null, sale("A", 7, EFFECTIVE)));
        refused(after, "sales[0].soldOn", reported(SECOND, true, null, null, sale("A", 1, EFFECTIVE.minusDays(1))));
        refused(after, "sales[0].soldOn", reported(SECOND, true, null, null, sale("A", 1, SECOND.plusDays(1))));
        refused(after, "sales[0].soldOn", reported(SECOND, true, null, null, sale("A", 1, null)));
        refused(after, "sales[0].holderId", reported(SECOND, true, null, null, sale("C", 1, FIRST)));
        refused(after, "sales[0].holderId", reported(SECOND, true, null, null, sale(null, 1, FIRST)));
        refused(
                after,
                "sales[1].shares",
                reported(SECOND, true, null, null, sale("B", 5, FIRST), sale("B", 1, SECOND)));
    }

    private static CoveredShares covered(List<Closing> closings, Map<String, BigInteger> sold) {
        Map<String, BigInteger> registered = new java.util.TreeMap<>(Map.of("A", count(10), "B", count(5)));
        return new CoveredShares(registered, count(100), count(50), closings, sold);
    }

    private static Reported reported(
            LocalDate closedOn, boolean last, BigInteger company, BigInteger others, Sale... sales) {
        return new Reported(null, closedOn, last, company, others, List.of(sales));
    }

    private static Sale sale(String holder, long shares, LocalDate soldOn) {
        return new Sale(holder, null, count(shares), soldOn, null);
    }

    private static void refused(CoveredShares covered, String field, Reported reported) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> covered.close(reported, EFFECTIVE))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static BigInteger count(long shares) {
        return BigInteger.valueOf(shares);
    }
}
