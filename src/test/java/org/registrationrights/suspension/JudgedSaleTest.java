package org.registrationrights.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.suspension.JudgedSale.Verdict;

/** Stopped by E1 from the 4th at ten to the 6th at ten, and by E2 from the 6th at nine to midnight. */
@Verifies(Clause.S2_6_A)
class JudgedSaleTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final List<ReceivedPaper> PAPERS = List.of(
            ReceivedPaper.notice("E1", at("2002-02-04T10:00:00-08:00")),
            ReceivedPaper.notice("E2", at("2002-02-06T09:00:00-08:00")),
            ReceivedPaper.amendedProspectus(List.of("E1"), at("2002-02-06T10:00:00-08:00")),
            ReceivedPaper.amendedProspectus(List.of("E2"), at("2002-02-07T00:00:00-08:00")));

    @ParameterizedTest
    @CsvSource({
        "2002-02-04T09:59:59-08:00, OUTSIDE_STOP, ''",
        "2002-02-04T10:00:00-08:00, INSIDE_STOP, E1",
        "2002-02-06T09:30:00-08:00, INSIDE_STOP, E1 E2",
        "2002-02-06T10:00:00-08:00, INSIDE_STOP, E2",
        "2002-02-07T00:00:00-08:00, OUTSIDE_STOP, ''"
    })
    void byTheInstant(String soldAt, Verdict verdict, String open) {
        judged(new ReportedSale("H-1", BigInteger.ONE, at(soldAt), null, "note"), verdict, open);
    }

    @ParameterizedTest
    @CsvSource({
        "2002-02-03, OUTSIDE_STOP, ''",
        "2002-02-04, HOURS_DECIDE, E1",
        "2002-02-05, INSIDE_STOP, E1",
        // stopped throughout, by one or the other
        "2002-02-06, INSIDE_STOP, E1 E2",
        "2002-02-07, OUTSIDE_STOP, ''"
    })
    void byTheDay(String soldOn, Verdict verdict, String open) {
        judged(new ReportedSale("H-1", BigInteger.ONE, null, LocalDate.parse(soldOn), "note"), verdict, open);
    }

    private static void judged(ReportedSale sale, Verdict verdict, String open) {
        JudgedSale judged = JudgedSale.of(sale, PAPERS, ZONE);
        assertThat(judged.verdict()).isEqualTo(verdict);
        assertThat(String.join(" ", judged.openEvents())).isEqualTo(open);
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
