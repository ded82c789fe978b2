package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Told;
import org.registrationrights.web.calculation.Calculation.Answer;

/** What the JSON of Section 1.7 may say, beyond the worked cases. */
class RegisterCalculationsTest {

    private static final String LOT = """
            {"lot": "L-1", "holder": "H-1", "shares": 18446744073709551617, "source": "MERGER",
             "issuedOn": "2001-06-22", "soldOn": "2001-11-01", "joinderDeliveredOn": "2001-11-01"}""";

    private static final String RULE_144 = """
            {"holdingPeriodMet": true, "volumeLimitApplies": true, "outstanding": 35000, "avgWeeklyVolume4w": 1,
             "holderRegistrable": 300}""";

    @ParameterizedTest
    @Verifies({Clause.S1_7_I, Clause.S1_7_II, Clause.S1_7_III, Clause.S1_7_A})
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "MERGER"                        | "MERGER"                            | REGISTRABLE
            "MERGER"                        | "WARRANT_EXERCISE"                  | REGISTRABLE
            "MERGER"                        | "DERIVED"                           | REGISTRABLE
            "MERGER"                        | "OPEN_MARKET"                       | NOT_COVERED
            "MERGER"                        | "OTHER"                             | NOT_COVERED
            "MERGER"                        | "WARRANT"                           | NOT_COVERED
            "MERGER"                        | "MERGER", "compliesWithLaw": true   | REGISTRABLE
            "MERGER"                        | "MERGER", "compliesWithLaw": false  | EXCLUDED_A
            "MERGER"                        | "MERGER", "compliesWithLaw": null   | REGISTRABLE
            "MERGER"                        | "MERGER", "toCompetitor": true      | EXCLUDED_A
            "MERGER"                        | "MERGER", "toCompetitor": false     | REGISTRABLE
            "issuedOn": "2001-06-22"        | "issuedOn": null                    | NOT_ISSUED
            "joinderDeliveredOn": "2001-11-01" | "lockupFrom": null               | EXCLUDED_A
            """)
    void aLotHasItsStatus(String part, String other, String status) throws JsonProcessingException {
        assertThat(LOT).contains(part);
        JsonNode answer = json(registrable(LOT.replace(part, other)));

        assertThat(answer.get("status").get("L-1").textValue()).isEqualTo(status);
        assertThat(answer.get("total"))
                .isEqualTo(
                        answer.path("byHolder").path("H-1").isMissingNode()
                                ? JSON_ZERO
                                : VectorsTest.JSON.readTree("18446744073709551617"));
        assertThat(answer.get("byHolder").isEmpty()).isEqualTo(!status.equals("REGISTRABLE"));
    }

    @Test
    @Verifies(Clause.S1_7_II)
    void aWarrantWithoutAnyDayIsNotIssued() throws JsonProcessingException {
        Answer answer =
                registrable("{\"lot\": \"L-1\", \"holder\": \"H-1\", \"shares\": 5, \"source\": \"WARRANT_EXERCISE\"}");

        assertThat(json(answer)).isEqualTo(VectorsTest.JSON.readTree("""
                {"status": {"L-1": "NOT_ISSUED"}, "byHolder": {}, "total": 0}"""));
    }

    @Test
    void anUnknownSourceIsToldAsOther() throws JsonProcessingException {
        assertThat(Told.steps(registrable(LOT.replace("MERGER", "GIFT")).explained(), "H-1"))
                .first()
                .asString()
                .contains("source=OTHER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "asOf": "2001-12-10", | ``                          | asOf
            "source": "MERGER"    | "source": "MERGER", "dates": {"issuedOn": "2001-06-22"} | lots[0].dates
            "asOf": "2001-12-10"  | "asOf": null                | asOf
            "asOf": "2001-12-10"  | "asOf": "2001-02-29"        | asOf
            "lots"                | "lot"                       | lot
            "lots": [             | "more": 1, "lots": [        | more
            "source": "MERGER",   | ``                          | lots[0].source
            "lot": "L-1",         | ``                          | lots[0].lot
            "lot": "L-1"          | "lot": " "                  | lots[0].lot
            "holder": "H-1",      | ``                          | lots[0].holder
            18446744073709551617  | -1                          | lots[0].shares
            18446744073709551617  | null                        | lots[0].shares
            18446744073709551617  | 1.0                         | lots[0].shares
            "issuedOn"            | "issued"                    | lots[0].issued
            "issuedOn"            | "ISSUED_ON"                 | lots[0].ISSUED_ON
            "2001-06-22"          | "2001-06-31"                | lots[0].issuedOn
            "2001-06-22"          | 20010622                    | lots[0].issuedOn
            "2001-06-22"          | "2001-06-22T00:00:00Z"      | lots[0].issuedOn
            "source": "MERGER"    | "source": 5                 | lots[0].source
            "source": "MERGER"    | "source": "MERGER", "toCompetitor": "no" | lots[0].toCompetitor
            ]                     | , null]                     | lots[1]
            """)
    void aFaultIsNamedByItsPath(String part, String faulty, String field) {
        String input = ledger(LOT);
        assertThat(input).contains(part);

        assertRefused("registrable-shares", input.replace(part, faulty), field);
    }

    @Test
    void aLedgerNamesEachLotOnce() {
        assertRefused("registrable-shares", ledger(LOT + ", " + LOT), "lots[1].lot");
        assertRefused("registrable-shares", "{\"asOf\": \"2001-12-10\"}", "lots");
    }

    @Test
    @Verifies(Clause.S1_7_X2)
    void theAggregateIsTheHoldersOwnWhereNobodySaysMore() throws JsonProcessingException {
        assertThat(json(answer("rule-144-cessation", RULE_144))).isEqualTo(VectorsTest.JSON.readTree("""
                {"volumeLimit": 350, "ceased": 300, "remaining": 0}"""));
        assertThat(json(answer("rule-144-cessation", RULE_144.replace("}", ", \"aggregatedHoldings\": 351}"))))
                .isEqualTo(VectorsTest.JSON.readTree("""
                {"volumeLimit": 350, "ceased": 0, "remaining": 300}"""));
        assertThat(json(answer("rule-144-cessation", RULE_144.replace("Applies\": true", "Applies\": false"))))
                .isEqualTo(VectorsTest.JSON.readTree("""
                {"ceased": 300, "remaining": 0}"""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "holdingPeriodMet": true,     | ``                            | holdingPeriodMet
            "volumeLimitApplies": true,   | ``                            | volumeLimitApplies
            "volumeLimitApplies": true    | "volumeLimitApplies": 1       | volumeLimitApplies
            "outstanding": 35000,         | ``                            | outstanding
            "avgWeeklyVolume4w": 1        | "avgWeeklyVolume4w": -1       | avgWeeklyVolume4w
            "holderRegistrable": 300      | "holderRegistrable": null     | holderRegistrable
            "holderRegistrable": 300      | "holderRegistrable": 300, "aggregatedHoldings": 299 | aggregatedHoldings
            "holderRegistrable": 300      | "holderRegistrable": 300, "aggregated": 300 | aggregated
            """)
    void aFaultInTheFactsOfRule144IsNamed(String part, String faulty, String field) {
        assertThat(RULE_144).contains(part);

        assertRefused("rule-144-cessation", RULE_144.replace(part, faulty), field);
    }

    @Test
    void theyKnowOnlyThePoliciesThatCanDecide() {
        assertThat(Calculations.named("registrable-shares").policies()).containsExactly("lateJoinder");
        assertThat(Calculations.named("rule-144-cessation").policies()).containsExactly("rule144Test");
    }

    private static final JsonNode JSON_ZERO = VectorsTest.JSON.valueToTree(0);

    private static Answer registrable(String lot) throws JsonProcessingException {
        return answer("registrable-shares", ledger(lot));
    }

    private static String ledger(String lots) {
        return "{\"asOf\": \"2001-12-10\", \"lots\": [" + lots + "]}";
    }

    private static void assertRefused(String name, String input, String field) {
        assertThatThrownBy(() -> answer(name, input))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.INVALID)
                .hasFieldOrPropertyWithValue("field", "input." + field);
    }

    private static Answer answer(String name, String input) throws JsonProcessingException {
        Calculation<?> calculation = Calculations.named(name);
        return calculation.answer(
                VectorsTest.JSON.readTree(input), VectorsTest.basis(calculation, VectorsTest.JSON.createObjectNode()));
    }

    private static JsonNode json(Answer answer) {
        return VectorsTest.JSON.valueToTree(answer.result());
    }
}
