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

/** What JSON may say and what it is answered with, beyond the worked cases. */
class AskedFromOutsideTest {

    private static final String SUSPENSION = """
            {"events": [{"type": "NOTICE_RECEIVED", "event": "E", "at": "2002-02-01T09:00:00-08:00"}],
             "at": "2002-02-01T09:00:00-08:00"}""";

    private static final String STANDOFF = """
            {"effectiveDate": "2002-03-01", "days": 180, "requestedBy": "MANAGING_UNDERWRITER",
             "hasManagingUnderwriter": true, "requestReceivedDate": "2002-03-05",
             "transaction": {"date": "2002-03-05", "kind": "SALE"}}""";

    private static final String TRANSFER = """
            {"compliesWithLaw": true, "transfereeIsCompany": false, "b2bProcurementIsPrincipalLine": true,
             "joinderExecuted": true, "joinderDeliveredOn": "2001-11-05", "transferredOn": "2001-11-01",
             "shares": 18446744073709551617}""";

    private static final String AMENDMENT = """
            {"registrable": {"A": 505, "B": 495}, "consenting": ["B"], "companyConsent": true}""";

    private static final Map<String, String> WHOLE = Map.of(
            "suspension-state", SUSPENSION,
            "transfer-gate", TRANSFER,
            "market-standoff", STANDOFF,
            "amendment-consent", AMENDMENT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            suspension-state  | "event": "E" | "event": "" | events[0].event
            suspension-state  | "event": "E" | "corrects": ["E"] | events[0].event
            suspension-state  | "event": "E" | "event": 7 | events[0].event
            amendment-consent | ["B"] | ["B", 7] | consenting[1]
            suspension-state  | "event": "E" | "event": "E", "x": 1 | events[0].x
            suspension-state  | NOTICE_RECEIVED | NOTICE | events[0].type
            suspension-state  | "at": "2002-02-01T09:00:00-08:00"} | "at": "2002-02-30T09:00:00-08:00"} | events[0].at
            suspension-state  | -08:00"}] | -08:00"}, null] | events[1]
            suspension-state  | "events" | "papers" | papers
            market-standoff   | "kind": "SALE" | "kind": null | transaction.kind
            market-standoff   | "kind": "SALE" | "kind": "SALE", "at": 1 | transaction.at
            market-standoff   | "kind": "SALE" | "kind": "SALE", "doneeBound": "" | transaction.doneeBound
            market-standoff   | "days": 180 | "days": 180.0 | days
            market-standoff   | "days": 180 | "days": "180" | days
            market-standoff   | "days": 180 | "days": -180 | days
            market-standoff   | "effectiveDate": "2002-03-01", | `` | effectiveDate
            market-standoff   | "effectiveDate": "2002-03-01", | "x": 1, | x
            market-standoff   | "days": 180 | "days": 180, "effectiveAt": "2002-03-01T09:00:00Z" | effectiveAt
            transfer-gate     | "shares": 18446744073709551617 | "shares": -1 | shares
            transfer-gate     | "joinderExecuted": true | "joinderExecuted": "true" | joinderExecuted
            transfer-gate     | "joinderExecuted": true, | `` | joinderExecuted
            amendment-consent | "A": 505 | "A": -505 | registrable.A
            amendment-consent | "A": 505 | "A": null | registrable.A
            amendment-consent | ["B"] | ["B", null] | consenting[1]
            amendment-consent | , "companyConsent": true | `` | companyConsent
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
    void onlyTheStandOffKnowsPolicies() throws JsonProcessingException {
        for (String name : WHOLE.keySet()) {
            if (name.equals("market-standoff")) {
                assertThat(Calculations.named(name).policies())
                        .containsExactlyInAnyOrder("zone", "standoffStart", "standoffOverlong");
            } else {
                assertThatThrownBy(() -> answer(name, WHOLE.get(name), "{\"lateJoinder\": \"NEVER_CURES\"}"))
                        .isInstanceOf(Refusal.class)
                        .hasFieldOrPropertyWithValue("field", "policies.lateJoinder");
            }
        }
    }

    @Test
    void theyAnswerInFull() throws JsonProcessingException {
        assertAnswer("suspension-state", "{\"mayDispose\": false, \"openEvents\": [\"E\"]}");
        assertAnswer("market-standoff", """
                {"binding": true, "firstRestrictedDay": "2002-03-05", "lastRestrictedDay": "2002-08-28",
                 "clamped": false, "freeFrom": "2002-08-29T00:00:00-07:00", "transaction": "PROHIBITED",
                 "review": "REQUEST_DAY"}""");
        assertAnswer("transfer-gate", """
                {"rightsPass": true, "missing": [], "rightsFrom": "2001-11-05", "shares": 18446744073709551617}""");
        assertAnswer("amendment-consent", """
                {"outstanding": 1000, "consenting": 495, "required": 510, "result": "SHORT", "shortBy": 15}""");
    }

    @Test
    void whatDoesNotApplyIsLeftOut() throws JsonProcessingException {
        assertThat(answer("market-standoff", STANDOFF.replace("180", "181"), "{\"standoffOverlong\": \"REJECT\"}"))
                .isEqualTo(read("{\"binding\": false, \"reason\": \"OVER_180\"}"));
        assertThat(answer("transfer-gate", TRANSFER.replace("false", "true"), "{}"))
                .isEqualTo(read("{\"rightsPass\": false, \"missing\": [\"COMPETITOR\"], \"rightsFrom\": null}"));
        assertThat(answer("amendment-consent", AMENDMENT.replace("true", "false"), "{}"))
                .isEqualTo(read("""
                {"outstanding": 1000, "consenting": 495, "required": 510, "result": "NO_COMPANY_CONSENT"}"""));
    }

    private static void assertAnswer(String name, String expected) throws JsonProcessingException {
        assertThat(answer(name, WHOLE.get(name), "{}")).isEqualTo(read(expected));
    }

    /** As it goes out. */
    private static JsonNode answer(String name, String input, String policies) throws JsonProcessingException {
        Calculation<?> calculation = Calculations.named(name);
        Map<String, Object> result = calculation
                .answer(read(input), VectorsTest.basis(calculation, read(policies)))
                .result();
        return read(VectorsTest.JSON.writeValueAsString(result));
    }

    private static JsonNode read(String json) throws JsonProcessingException {
        return VectorsTest.JSON.readTree(json);
    }
}
