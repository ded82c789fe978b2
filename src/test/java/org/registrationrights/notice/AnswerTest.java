package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.Answer.Kind;

@Verifies(Clause.S2_1_C)
class AnswerTest {

    private static final BigInteger HELD = BigInteger.valueOf(100);

    @ParameterizedTest
    @CsvSource({
        "NONE, , false, 0, false",
        "NONE, , true, 0, true",
        "PART, 99, false, 99, false",
        "PART, 99, true, 99, true",
        "PART, 100, false, 100, true",
        "PART, 101, false, 101, true",
        "ALL, , false, 100, true"
    })
    void anAnswerAsksForSharesAndSettlesOnceNothingIsLeftToAskFor(
            Kind kind, BigInteger shares, boolean declaredFinal, BigInteger requested, boolean settled) {
        Answer answer = new Answer(kind, shares, declaredFinal);

        assertThat(answer.requestedOf(HELD)).isEqualTo(requested);
        assertThat(answer.settles(HELD)).isEqualTo(settled);
    }

    @ParameterizedTest
    @CsvSource({
        ", , answer",
        "ALL, 5, shares",
        "NONE, 0, shares",
        "PART, , shares",
        "PART, 0, shares",
        "PART, -1, shares"
    })
    void sharesBelongToAPartAndOnlyThere(Kind kind, BigInteger shares, String field) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Answer(kind, shares, false))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field))
                .satisfies(refusal -> assertThat(refusal.clause()).isEqualTo(Clause.S2_1_C));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, , NONE, , true",
        "NONE, , PART, 5, true",
        "PART, 5, NONE, , false",
        "PART, 5, PART, 5, true",
        "PART, 6, PART, 5, false",
        "PART, 6, ALL, , true",
        "ALL, , PART, 100, false",
        "ALL, , ALL, , true"
    })
    void anAnswerThatAsksForNoMoreTakesNothingFromAnybody(
            Kind kind, BigInteger shares, Kind otherKind, BigInteger otherShares, boolean noMore) {
        assertThat(new Answer(kind, shares, false).asksForNoMoreThan(new Answer(otherKind, otherShares, false)))
                .isEqualTo(noMore);
    }

    @Test
    void aPartIsAtLeastOneShare() {
        assertThat(new Answer(Kind.PART, BigInteger.ONE, false).requestedOf(HELD))
                .isEqualTo(BigInteger.ONE);
    }
}
