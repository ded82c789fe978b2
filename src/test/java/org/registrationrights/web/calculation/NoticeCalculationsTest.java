package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;

@Verifies({Clause.S2_1_D, Clause.S11_1_A})
class NoticeCalculationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        deemed-receipt      | {}                                                              | input.deliveries
        deemed-receipt      | {"deliveries": null}                                            | input.deliveries
        deemed-receipt      | {"deliveries": []}                                              | input.deliveries
        deemed-receipt      | {"deliveries": {"method": "FAX"}}                               | input.deliveries
        deemed-receipt      | {"deliveries": [null]}                                          | input.deliveries[0]
        deemed-receipt      | {"deliveries": [{"receivedAt": "2001-10-15T10:00:00-07:00"}]}   | input.deliveries[0].method
        deemed-receipt      | {"deliveries": [{"method": ""}]}                                | input.deliveries[0].method
        deemed-receipt      | {"deliveries": [{"method": 1}]}                                 | input.deliveries[0].method
        deemed-receipt      | {"deliveries": [{"method": "FAX"}, {"method": "MAIL", "service": "CERTIFIED"}]} | input.deliveries[1].mailedAt
        deemed-receipt      | {"deliveries": [{"method": "MAIL", "mailedAt": "2001-10-15T10:00:00-07:00"}]}  | input.deliveries[0].service
        deemed-receipt      | {"deliveries": [{"method": "MAIL", "mailedAt": "2001-10-15T10:00:00-07:00", "service": "EXPRESS"}]} | input.deliveries[0].service
        deemed-receipt      | {"deliveries": [{"method": "MAIL", "mailedAt": "2001-10-15T10:00:00-07:00", "service": ""}]} | input.deliveries[0].service
        deemed-receipt      | {"deliveries": [{"method": "MAIL", "mailedAt": "2001-10-15T10:00:00", "service": "CERTIFIED"}]} | input.deliveries[0].mailedAt
        deemed-receipt      | {"deliveries": [{"method": "MAIL", "mailedAt": "2001-02-29T10:00:00-08:00", "service": "CERTIFIED"}]} | input.deliveries[0].mailedAt
        deemed-receipt      | {"deliveries": [{"method": "MAIL", "mailedAt": "2001-10-15T10:00:00-07:00", "service": "CERTIFIED", "prepaid": "true"}]} | input.deliveries[0].prepaid
        deemed-receipt      | {"deliveries": [{"method": "MAIL", "mailedAt": "2001-10-15T10:00:00-07:00", "service": "CERTIFIED", "actualReceiptAt": "2001-10-15T09:59:59-07:00"}]} | input.deliveries[0].actualReceiptAt
        deemed-receipt      | {"deliveries": [{"method": "FAX", "receivedAt": "2001-10-15T10:00:00-07:00"}]} | input.deliveries[0].receivedAt
        deemed-receipt      | {"deliveries": [{"method": "FAX", "faxedAt": "2001-10-15T10:00:00-07:00"}]}    | input.deliveries[0].faxedAt
        deemed-receipt      | {"deliveries": [{"method": "FAX"}], "direction": "TO_HOLDER"}   | input.direction
        election-window     | {}                                                              | input.receivedAt
        election-window     | {"receivedAt": "2001-10-08T09:00:00-07:00", "receiptDate": "2001-10-08"} | input.receiptDate
        election-window     | {"receiptDate": "2001-02-29"}                                   | input.receiptDate
        election-window     | {"receivedAt": "2001-10-08"}                                    | input.receivedAt
        notice-and-election | {}                                                              | input.noticeDeliveries
        notice-and-election | {"noticeDeliveries": []}                                        | input.noticeDeliveries
        notice-and-election | {"noticeDeliveries": [{"method": "MAIL"}]}                      | input.noticeDeliveries[0].mailedAt
        notice-and-election | {"noticeDeliveries": [{"method": "FAX"}], "election": {"method": "MAIL"}} | input.election.mailedAt
        notice-and-election | {"noticeDeliveries": [{"method": "FAX"}], "election": []}       | input.election
        """)
    void badInputIsRefusedWithItsPlace(String name, String input, String field) {
        assertRefused(name, "{}", input, field);
    }

    @Test
    void hoursAreCountedFromAnInstantOnly() {
        String rolling = "{\"dayCount\": \"ROLLING_24H\"}";

        assertRefused("election-window", rolling, "{\"receiptDate\": \"2001-10-08\"}", "input.receivedAt");
        assertRefused("election-window", rolling, "{}", "input.receivedAt");
        assertRefused(
                "notice-and-election",
                rolling,
                "{\"noticeDeliveries\": [{\"method\": \"PERSONAL\", \"receivedAt\": \"2001-10-08T09:00:00-07:00\"}]}",
                "policies.dayCount");
    }

    @Test
    void aPolicyOfAnotherCalculationIsRefused() {
        assertRefused(
                "deemed-receipt",
                "{\"lastDayRoll\": \"NONE\"}",
                "{\"deliveries\": [{\"method\": \"FAX\"}]}",
                "policies.lastDayRoll");
        assertRefused(
                "election-window",
                "{\"unlistedMethod\": \"ACTUAL_RECEIPT\"}",
                "{\"receiptDate\": \"2001-10-08\"}",
                "policies.unlistedMethod");
    }

    @Test
    void aDeliveryIsANoticeUnlessSaidOtherwise() {
        String mail = """
            {"deliveries": [{"method": "MAIL", "mailedAt": "2001-10-15T10:00:00-07:00", "service": "CERTIFIED",
             "actualReceiptAt": "2001-10-16T10:00:00-07:00"}]%s}\
            """;

        assertThat(result("deemed-receipt", mail.formatted("")))
                .hasToString("{status=GIVEN, effectiveDate=2001-10-18, basis=THIRD_BUSINESS_DAY}");
        assertThat(result("deemed-receipt", mail.formatted(", \"direction\": null")))
                .containsEntry("effectiveDate", "2001-10-18");
        assertThat(result("deemed-receipt", mail.formatted(", \"direction\": \"ELECTION_TO_COMPANY\"")))
                .hasToString("{status=GIVEN, effectiveDate=2001-10-16, basis=PROVEN_EARLIER_RECEIPT}");
    }

    @Test
    void theDayOfReceiptOpensTheSameWindowAsItsHours() {
        Map<String, Object> ofDay = result("election-window", "{\"receiptDate\": \"2001-10-25\"}");

        assertThat(ofDay)
                .hasToString("{dayZero=2001-10-25, tenthDay=2001-11-04, lastDay=2001-11-05, rolled=true, "
                        + "deadlineExclusive=2001-11-06T00:00:00-08:00}");
        assertThat(result("election-window", "{\"receivedAt\": \"2001-10-25T23:59:59-07:00\"}"))
                .isEqualTo(ofDay);
        assertThat(result("election-window", "{\"receivedAt\": \"2001-10-26T06:59:59Z\"}"))
                .isEqualTo(ofDay);
    }

    @Test
    void withoutAnElectionThereIsNothingToSayOfOne() {
        assertThat(result("notice-and-election", "{\"noticeDeliveries\": [{\"method\": \"FAX\"}], \"election\": null}"))
                .hasToString("{notice={status=NOT_GIVEN, effectiveDate=null, basis=NO_CONFIRMATION}, window=null}");
    }

    @Test
    void anElectionWithoutAWindowIsNeitherInTimeNorLate() {
        assertThat(result("notice-and-election", """
            {"noticeDeliveries": [{"method": "FAX"}],
             "election": {"method": "PERSONAL", "receivedAt": "2001-10-10T09:00:00-07:00"}}\
            """))
                .containsEntry("window", null)
                .containsEntry("electionEffectiveDate", "2001-10-10")
                .containsEntry("electionTimely", null);
    }

    private static Map<String, Object> result(String name, String input) {
        Calculation<?> calculation = Calculations.named(name);
        return calculation
                .answer(json(input), VectorsTest.basis(calculation, json("{}")))
                .result();
    }

    private static void assertRefused(String name, String policies, String input, String field) {
        Calculation<?> calculation = Calculations.named(name);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> calculation.answer(json(input), VectorsTest.basis(calculation, json(policies))))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private static JsonNode json(String text) {
        try {
            return VectorsTest.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
