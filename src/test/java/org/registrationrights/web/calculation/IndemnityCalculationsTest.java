package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Refusal;

/** What JSON may say about Sections 3, 11.5 and 11.6, and what it is answered with, beyond the worked cases. */
class IndemnityCalculationsTest {

    private static final Map<String, String> WHOLE =
            Map.of("contribution", """
                {"lossCents": 36893488147419103233, "claimantFault": "0", "claimantGuiltyOf": ["M"],
                 "contributors": [
                   {"id": "CO", "fault": "1/3", "guiltyOf": ["M"]},
                   {"id": "H", "fault": "1/3", "isHolder": true, "grossProceedsCents": 1000, "discountCents": 100,
                    "capUsedCents": 10, "guiltyOf": ["N", "M"]},
                   {"id": "U", "fault": "1/3"}],
                 "unavailableHeldBy": "ARBITRATOR"}\
                """, "cost-award", """
                {"parties": ["CO", "A", "B"], "prevailing": ["A"], "items": [
                   {"party": "A", "type": "ATTORNEYS", "cents": 100, "reasonableCents": 70},
                   {"party": "JAMS", "type": "FORUM_FEES", "cents": 31, "unpaid": true}]}\
                """, "indemnity-availability", """
                {"sharesRegistered": true, "basis": "OMISSION", "indemnitor": "COMPANY", "claimant": "A",
                 "relianceOnInfoFrom": "A", "infoInWritingForUse": true, "claimantBreachCaused": false,
                 "settled": true, "indemnitorConsented": false, "consentUnreasonablyWithheld": false}\
                """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        contribution           | "grossProceedsCents": 1000, | `` | contributors[1].grossProceedsCents
        contribution           | "grossProceedsCents": 1000 | "grossProceedsCents": -1 | contributors[1].grossProceedsCents
        contribution           | "isHolder": true | "isHolder": "true" | contributors[1].isHolder
        contribution           | "isHolder": true | "holder": true | contributors[1].holder
        contribution           | "discountCents": 100 | "discountCents": 100.5 | contributors[1].discountCents
        contribution           | "id": "U" | "id": "CO" | contributors[2].id
        contribution           | "id": "U" | "id": "" | contributors[2].id
        contribution           | "id": "U", "fault": "1/3" | "id": "U" | contributors[2].fault
        contribution           | "id": "U", "fault": "1/3" | "id": "U", "fault": "-1/3" | contributors[2].fault
        contribution           | "id": "U", "fault": "1/3" | "id": "U", "fault": 0.3 | contributors[2].fault
        contribution           | ["N", "M"] | ["M", "M"] | contributors[1].guiltyOf[1]
        contribution           | ["N", "M"] | [null] | contributors[1].guiltyOf[0]
        contribution           | "claimantFault": "0" | "claimantFault": "1/0" | claimantFault
        contribution           | "claimantFault": "0", | `` | claimantFault
        contribution           | ARBITRATOR | JURY | unavailableHeldBy
        cost-award             | ["A"] | [] | prevailing
        cost-award             | ["A"] | ["JAMS"] | prevailing[0]
        cost-award             | "B"] | "A"] | parties[2]
        cost-award             | , "unpaid": true | `` | items[1].party
        cost-award             | "ATTORNEYS" | "EXPERTS" | items[0].reasonableCents
        cost-award             | 70} | 70, "unpaid": true} | items[0].unpaid
        cost-award             | "cents": 31 | "cents": -31 | items[1].cents
        indemnity-availability | "sharesRegistered": true, | `` | sharesRegistered
        indemnity-availability | OMISSION | BREACH | basis
        indemnity-availability | "claimant": "A" | "claimant": "COMPANY" | claimant
        indemnity-availability | "settled": true | "settled": "yes" | settled
        """)
    void aFaultIsNamedByItsPath(String name, String part, String faulty, String field) {
        assertThat(WHOLE.get(name)).contains(part);
        String input = WHOLE.get(name).replace(part, faulty);

        assertThatThrownBy(() -> answer(name, input, "{}"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.INVALID)
                .hasFieldOrPropertyWithValue("field", "input." + field);
    }

    @Test
    void theyAnswerInFull() throws JsonProcessingException {
        assertAnswer("contribution", "{}", """
            {"status": "COMPUTED",
             "uncappedCents":
               {"CO": 12297829382473034411, "H": 12297829382473034411, "U": 12297829382473034411},
             "contributionCents": {"CO": 12297829382473034411, "H": 890, "U": 0},
             "notes": {"H": "CAPPED", "U": "BARRED_11F"},
             "claimantBearsCents": 24595658764946067932}\
            """);
        assertAnswer("contribution", "{\"unavailabilityFinder\": \"COURT_ONLY\"}", """
            {"status": "NOT_TRIGGERED", "uncappedCents": {}, "contributionCents": {"CO": 0, "H": 0, "U": 0},
             "notes": {}, "claimantBearsCents": null}\
            """);
        assertAnswer("cost-award", "{}", """
            {"status": "AWARDED", "awardCents": 70, "forumFeesUnpaidCents": 31, "disallowedCents": 30,
             "loserCents": {"CO": 51, "B": 50}}\
            """);
        assertAnswer("indemnity-availability", "{}", """
            {"result": "NO_INDEMNITY", "reason": "SETTLED_WITHOUT_CONSENT"}\
            """);
    }

    @Test
    void whatDoesNotApplyIsLeftOut() throws JsonProcessingException {
        assertThat(answer("cost-award", WHOLE.get("cost-award").replace("[\"A\"]", "null"), "{}"))
                .isEqualTo(VectorsTest.JSON.readTree("""
                    {"status": "NO_PREVAILING_PARTY", "awardCents": 0, "forumFeesUnpaidCents": 31,
                     "forumSharesCents": {"CO": 11, "A": 10, "B": 10}}\
                    """));
        assertThat(answer(
                        "indemnity-availability",
                        WHOLE.get("indemnity-availability")
                                .replace("\"relianceOnInfoFrom\": \"A\",", "")
                                .replace("\"settled\": true", "\"settled\": false"),
                        "{}"))
                .isEqualTo(VectorsTest.JSON.readTree("{\"result\": \"COMPANY_INDEMNIFIES\"}"));
    }

    private static void assertAnswer(String name, String policies, String expected) throws JsonProcessingException {
        assertThat(answer(name, WHOLE.get(name), policies)).isEqualTo(VectorsTest.JSON.readTree(expected));
    }

    /** As it goes out. */
    private static JsonNode answer(String name, String input, String policies) throws JsonProcessingException {
        Calculation<?> calculation = Calculations.named(name);
        return VectorsTest.JSON.readTree(VectorsTest.JSON.writeValueAsString(calculation
                .answer(
                        VectorsTest.JSON.readTree(input),
                        VectorsTest.basis(calculation, VectorsTest.JSON.readTree(policies)))
                .result()));
    }
}
