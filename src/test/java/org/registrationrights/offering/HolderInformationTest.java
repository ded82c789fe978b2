package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;

@Verifies(Clause.S2_4_A)
class HolderInformationTest {

    private static final LocalDate DAY = LocalDate.parse("2002-01-23");

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "null | N    | 1    | null | true  | 2002-01-23 | E    | holderId: is required (Section 2.4)",
                "H-1  | ' '  | 1    | null | true  | 2002-01-23 | E    | name: is required (Section 2.4)",
                "H-1  | N    | null | null | true  | 2002-01-23 | E    | sharesOwned: is required",
                "H-1  | N    | -1   | null | true  | 2002-01-23 | E    | sharesOwned: -1 is negative",
                "H-1  | N    | 1    | ''   | false | 2002-01-23 | E    | relationship: is required, or noRelationship must"
                        + " be true (Section 2.4)",
                "H-1  | N    | 1    | R    | true  | 2002-01-23 | E    | relationship: must be absent where"
                        + " noRelationship is true (Section 2.4)",
                "H-1  | N    | 1    | null | true  | null       | E    | signedOn: is required (Section 2.4)",
                "H-1  | N    | 1    | null | true  | 2002-01-23 | null | evidence: is required (Section 2.4)"
            })
    void refusesWhatSaysNothing(
            String holder,
            String name,
            BigInteger shares,
            String relationship,
            boolean none,
            LocalDate signedOn,
            String evidence,
            String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> new HolderInformation(holder, name, shares, relationship, none, null, signedOn, evidence))
                .withMessage(sentence);
    }

    @Test
    void refusesWhatIsLongerThanIsKeptOrUnreadable() {
        assertRefused("n".repeat(201), "E", null, "name: has more than 200 characters (Section 2.4)");
        assertRefused("N", "e".repeat(501), null, "evidence: has more than 500 characters (Section 2.4)");
        assertRefused("N", "E", "r".repeat(2001), "planOfDistribution: has more than 2000 characters (Section 2.4)");
        assertRefused("N\u0000", "E", null, "name: holds a control character (Section 2.4)");
    }

    @Test
    void takesABlankRemarkForNone() {
        HolderInformation information =
                new HolderInformation("H-1", " Leonora Vance ", BigInteger.ONE, " ", true, "", DAY, "E");

        assertThat(information.name()).isEqualTo("Leonora Vance");
        assertThat(information.relationship()).isNull();
        assertThat(information.planOfDistribution()).isNull();
    }

    @Test
    void keepsWhatIsNotOffered() {
        HolderInformation information = information(240_000);

        assertThat(information.sharesAfter(BigInteger.valueOf(40_000))).isEqualTo(200_000);
        assertThat(information.sharesAfter(BigInteger.valueOf(240_000))).isZero();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> information.sharesAfter(BigInteger.valueOf(240_001)))
                .withMessage(
                        "sharesOwned: 240000 is fewer than the 240001 shares that are offered for H-1 (Section 2.4)");
    }

    static HolderInformation information(long sharesOwned) {
        return new HolderInformation("H-1", "N", BigInteger.valueOf(sharesOwned), null, true, null, DAY, "E");
    }

    private static void assertRefused(String name, String evidence, String remark, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new HolderInformation("H-1", name, BigInteger.ONE, "R", false, remark, DAY, evidence))
                .withMessage(sentence);
    }
}
