package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;

/** What the JSON of Sections 1.5, 2.1, 2.3(a) and 5 may say, beyond the worked cases. */
class CostsAndGatesTest {

    private static final Map<String, String> WHOLE =
            Map.of("expenses", """
            {"holderShares": {"B": 1, "A": 1}, "companyShares": 1, "otherShares": 1,
             "items": [{"type": "UNDERWRITING_DISCOUNT", "cents": 36893488147419103230},
                       {"type": "HOLDER_COUNSEL", "cents": 7, "for": ["A", "B"]}]}""", "available-shares", """
            {"overallLimit": 1000, "companyPrimary": 300, "exemptIncluded": 200, "holdersRequested": 400,
             "nonExemptRequested": 200}""", "offering-gate", """
            {"soleBusinessCombination": false, "soleCompensatoryPlan": false, "commonStockToPublic": true,
             "series2aClosedAt": "2001-09-01T12:00:00-07:00", "determinedAt": "2002-01-10T09:00:00-08:00",
             "agreementDate": "2001-06-22"}""", "limit-authority", """
            {"imposedBy": "COMPANY", "hasManagingUnderwriter": false, "marketConditionsJudgment": false}""");

    @Test
    void theyAnswerInFull() throws JsonProcessingException {
        assertAnswer("expenses", "", "", """
                {"companyCents": 9223372036854775808, "holderCents": {"B": 9223372036854775811,
                 "A": 9223372036854775811}, "otherSellersCents": 9223372036854775807,
                 "totalCents": 36893488147419103237}""");
        assertAnswer("available-shares", "", "", """
                {"pool": 500, "available": 334, "nonExempt": 166}""");
        assertAnswer("offering-gate", "", "", """
                {"result": "NOTICE_REQUIRED"}""");
        assertAnswer("limit-authority", "", "", """
                {"valid": false, "reason": "NOT_MARKET_CONDITIONS", "expectedParty": "COMPANY"}""");
    }

    @Test
    @Verifies({Clause.S5_A, Clause.S5_B})
    void theCompanyAndOthersSellNothingWhereNobodySaysSo() throws JsonProcessingException {
        assertAnswer("expenses", "\"companyShares\": 1, \"otherShares\": 1,", "", """
                {"companyCents": 0, "holderCents": {"B": 18446744073709551618, "A": 18446744073709551619},
                 "otherSellersCents": 0, "totalCents": 36893488147419103237}""");
    }

    @Test
    void anOfferingWhoseClosingNobodyNamesIsBeforeIt() throws JsonProcessingException {
        assertAnswer("offering-gate", "\"series2aClosedAt\": \"2001-09-01T12:00:00-07:00\",", "", """
                {"result": "SERIES_2A_NOT_CLOSED"}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            expenses         | "holderShares": {"B": 1, "A": 1}, | ``                       | holderShares
            expenses         | "A": 1                            | "A": null                | holderShares.A
            expenses         | "A": 1                            | "A": -1                  | holderShares.A
            expenses         | "companyShares": 1                | "companyShares": -1      | companyShares
            expenses         | "otherShares": 1                  | "otherShares": "1"       | otherShares
            expenses         | "items"                           | "bills"                  | bills
            expenses         | HOLDER_COUNSEL                    | COUNSEL                  | items[1].type
            expenses         | "type": "HOLDER_COUNSEL",         | ``                       | items[1].type
            expenses         | "cents": 7                        | "cents": 7.5             | items[1].cents
            expenses         | "cents": 7,                       | ``                       | items[1].cents
            expenses         | ["A", "B"]                        | ["A", "C"]               | items[1].for
            expenses         | ["A", "B"]                        | ["A", "A"]               | items[1].for
            expenses         | ["A", "B"]                        | ["A", null]              | items[1].for[1]
            expenses         | "for": ["A", "B"]                 | "holders": ["A", "B"]    | items[1].holders
            expenses         | "cents": 36893488147419103230     | "cents": 1, "for": ["A"] | items[0].for
            available-shares | "overallLimit": 1000,             | ``                       | overallLimit
            available-shares | "holdersRequested": 400           | "holdersRequested": -400 | holdersRequested
            available-shares | "nonExemptRequested": 200         | "nonExemptRequested": 200, "x": 1 | x
            offering-gate    | "soleBusinessCombination": false, | ``                       | soleBusinessCombination
            offering-gate    | "soleCompensatoryPlan": false,    | ``                       | soleCompensatoryPlan
            offering-gate    | "commonStockToPublic": true,      | ``                       | commonStockToPublic
            offering-gate    | "commonStockToPublic": true       | "commonStockToPublic": 1 | commonStockToPublic
            offering-gate    | "2002-01-10T09:00:00-08:00"       | null                     | determinedAt
            offering-gate    | "2002-01-10T09:00:00-08:00"       | "2002-01-10T09:00:00"    | determinedAt
            offering-gate    | "2001-06-22"                      | null                     | agreementDate
            limit-authority  | "imposedBy": "COMPANY",           | ``                       | imposedBy
            limit-authority  | "COMPANY"                         | "HOLDER"                 | imposedBy
            limit-authority  | "COMPANY"                         | 1                        | imposedBy
            limit-authority  | "hasManagingUnderwriter": false,  | ``                       | hasManagingUnderwriter
            limit-authority  | , "marketConditionsJudgment": false | ``                     | marketConditionsJudgment
            """)
    void aFaultIsNamedByItsPath(String name, String part, String faulty, String field) {
        assertThatThrownBy(() -> answer(name, part, faulty))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.INVALID)
                .hasFieldOrPropertyWithValue("field", "input." + field);
    }

    @Test
    void theyKnowOnlyThePoliciesThatCanDecide() {
        assertThat(Calculations.named("expenses").policies()).containsExactly("holderCounselSplit");
        assertThat(Calculations.named("offering-gate").policies())
                .containsExactlyInAnyOrder("zone", "termination", "leapAnniversary");
        assertThat(Calculations.named("available-shares").policies()).isEmpty();
        assertThat(Calculations.named("limit-authority").policies()).isEmpty();
    }

    private static void assertAnswer(String name, String part, String other, String expected)
            throws JsonProcessingException {
        assertThat(answer(name, part, other)).isEqualTo(VectorsTest.JSON.readTree(expected));
    }

    /** The answer to the whole question with a part of it put otherwise. */
    private static JsonNode answer(String name, String part, String other) throws JsonProcessingException {
        assertThat(WHOLE.get(name)).contains(part);
        Calculation<?> calculation = Calculations.named(name);
        return VectorsTest.JSON.valueToTree(calculation
                .answer(
                        VectorsTest.JSON.readTree(WHOLE.get(name).replace(part, other)),
                        VectorsTest.basis(calculation, VectorsTest.JSON.createObjectNode()))
                .result());
    }
}
