package org.registrationrights.standoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.standoff.MarketStandoffTest.standoff;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.standoff.JudgedTransaction.Review;
import org.registrationrights.standoff.JudgedTransaction.Verdict;

@Verifies(Clause.S7_B)
class JudgedTransactionTest {

    private static final LocalDate EFFECTIVE = LocalDate.of(2002, 3, 1);
    private static final MarketStandoff STANDOFF = standoff(EFFECTIVE, "30", LocalDate.of(2002, 3, 10));

    @ParameterizedTest
    @CsvSource({
        "2002-03-09, SALE, true, true, ALLOWED_OUTSIDE_PERIOD, ",
        "2002-04-01, SALE, , , ALLOWED_OUTSIDE_PERIOD, ",
        "2002-03-11, SALE, , , PROHIBITED, ",
        "2002-03-31, SHORT_SALE, false, false, PROHIBITED, ",
        "2002-03-11, SALE, true, , ALLOWED_IN_OFFERING, ",
        "2002-03-11, GIFT, true, true, ALLOWED_IN_OFFERING, ",
        "2002-03-11, GIFT, , true, ALLOWED_BOUND_DONEE, ",
        "2002-03-11, GIFT, , false, PROHIBITED, ",
        "2002-03-11, TRUST, , true, PROHIBITED, BOUND_WITHOUT_GIFT",
        "2002-03-10, SALE, , , PROHIBITED, REQUEST_DAY",
        "2002-03-10, TRUST, , true, PROHIBITED, REQUEST_DAY",
        "2002-03-10, SALE, true, , ALLOWED_IN_OFFERING, ",
        "2002-03-10, GIFT, , true, ALLOWED_BOUND_DONEE, "
    })
    void onlyTheOfferingAndGiftsToBoundDoneesAreFreeInThePeriod(
            LocalDate date, String kind, Boolean inOffering, Boolean bound, Verdict verdict, Review review) {
        JudgedTransaction judged = STANDOFF.judge(new Transaction(date, kind, inOffering, bound));

        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(judged.review()).isEqualTo(review);
        assertThat(judged.allowed()).isEqualTo(verdict != Verdict.PROHIBITED);
    }

    @Test
    void theDayOfARequestThatCameBeforeThePeriodIsFree() {
        assertThat(standoff(EFFECTIVE, "30", EFFECTIVE)
                        .judge(new Transaction(EFFECTIVE, "SALE", null, null))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED_OUTSIDE_PERIOD);
    }

    @Test
    void whatBindsNobodyProhibitsNothing() {
        assertThat(standoff(EFFECTIVE, "0", EFFECTIVE)
                        .judge(new Transaction(EFFECTIVE.plusDays(1), "SALE", null, null))
                        .verdict())
                .isEqualTo(Verdict.ALLOWED_OUTSIDE_PERIOD);
    }

    @Test
    void itTellsTheTransactionAfterThePeriod() {
        JudgedTransaction judged = STANDOFF.judge(new Transaction(LocalDate.of(2002, 3, 11), "GIFT", null, true));
        List<Step> steps = judged.explain(null);

        assertThat(steps.subList(0, steps.size() - 1)).isEqualTo(STANDOFF.explain(null));
        assertThat(steps.get(steps.size() - 1))
                .isEqualTo(new Step(
                        Clause.S7_B,
                        "free outside the period, in the offering, and as a gift to a donee bound likewise",
                        Map.of("date", "2002-03-11", "kind", "GIFT", "sharesInOffering", "false", "doneeBound", "true"),
                        "transaction",
                        "ALLOWED_BOUND_DONEE",
                        Map.of()));
        assertThat(STANDOFF.judge(new Transaction(LocalDate.of(2002, 3, 10), "SALE", null, null))
                        .explain(null))
                .last()
                .isEqualTo(new Step(
                        Clause.S7_B,
                        "what a person decides first: which came earlier that day, or who is a donee",
                        Map.of("requestReceivedDate", "2002-03-10", "date", "2002-03-10", "doneeBound", "false"),
                        "review",
                        "REQUEST_DAY",
                        Map.of()));
        assertThatThrownBy(() -> judged.explain("H-1"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "for");
    }

    @Test
    void aTransactionHasADayAndAKindThatCanBeRead() {
        assertThat(new Transaction(EFFECTIVE, "K".repeat(40), null, null).kind())
                .hasSize(40);
        assertRefused(null, "SALE", "date");
        assertRefused(EFFECTIVE, null, "kind");
        assertRefused(EFFECTIVE, " ", "kind");
        assertRefused(EFFECTIVE, "K".repeat(41), "kind");
        assertRefused(EFFECTIVE, "SA\nLE", "kind");
    }

    private static void assertRefused(LocalDate date, String kind, String field) {
        assertThatThrownBy(() -> new Transaction(date, kind, null, null))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", field);
    }
}
