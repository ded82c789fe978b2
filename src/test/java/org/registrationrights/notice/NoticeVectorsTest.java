package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.DeemedReceipt.Direction;

/** The worked cases of deemed receipt, election window, and both together. */
@Verifies({Clause.S11_1_A, Clause.S2_1_C, Clause.S2_1_D, Clause.S2_1_F})
class NoticeVectorsTest {

    private static final Holidays HOLIDAYS = Holidays.shipped();
    private static final AgreementTerms TERMS = AgreementTerms.asSigned(LocalDate.of(2001, 6, 22));

    @ParameterizedTest(name = "{0}")
    @MethodSource("deemedReceipts")
    void deemedReceipt(String id, Policies policies, JsonNode input, JsonNode expected) {
        Direction direction = Direction.valueOf(input.path("direction").asText("NOTICE_TO_HOLDER"));

        assertReceipt(
                DeemedReceipt.of(deliveries(input.get("deliveries")), direction, HOLIDAYS, TERMS, policies), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("electionWindows")
    void electionWindow(String id, Policies policies, JsonNode input, JsonNode expected) {
        ElectionWindow window = input.has("receivedAt")
                ? ElectionWindow.ofReceiptInstant(instant(input.get("receivedAt")), HOLIDAYS, TERMS, policies)
                : ElectionWindow.ofReceiptDate(date(input.get("receiptDate")), HOLIDAYS, TERMS, policies);

        assertWindow(window, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noticesAndElections")
    void noticeAndElection(String id, Policies policies, JsonNode input, JsonNode expected) {
        Delivery election = input.has("election") ? delivery(input.get("election")) : null;
        NoticeAndElection result =
                NoticeAndElection.of(deliveries(input.get("noticeDeliveries")), election, HOLIDAYS, TERMS, policies);

        assertReceipt(result.notice(), expected.get("notice"));
        assertWindow(result.window(), expected.get("window"));
        assertThat(result.electionStatus())
                .hasToString(expected.get("electionStatus").asText());
        assertThat(result.electionEffectiveDate()).isEqualTo(date(expected.get("electionEffectiveDate")));
        assertThat(result.electionTimely()).isEqualTo(flag(expected.get("electionTimely")));
    }

    private static void assertReceipt(DeemedReceipt receipt, JsonNode expected) {
        assertThat(receipt.status()).hasToString(expected.get("status").asText());
        assertThat(receipt.effectiveDate()).isEqualTo(date(expected.get("effectiveDate")));
        assertThat(receipt.basis()).hasToString(expected.get("basis").asText());
    }

    private static void assertWindow(ElectionWindow window, JsonNode expected) {
        assertThat(window.dayZero()).isEqualTo(date(expected.get("dayZero")));
        assertThat(window.tenthDay()).isEqualTo(date(expected.get("tenthDay")));
        assertThat(window.lastDay()).isEqualTo(date(expected.get("lastDay")));
        assertThat(window.rolled()).isEqualTo(expected.get("rolled").asBoolean());
        assertThat(window.deadlineExclusive().toInstant())
                .isEqualTo(ZonedDateTime.parse(expected.get("deadlineExclusive").asText())
                        .toInstant());
    }

    private static Stream<Arguments> deemedReceipts() throws IOException {
        return vectors("deemed-receipt");
    }

    private static Stream<Arguments> electionWindows() throws IOException {
        return vectors("election-window");
    }

    private static Stream<Arguments> noticesAndElections() throws IOException {
        return vectors("notice-and-election");
    }

    private static Stream<Arguments> vectors(String calculation) throws IOException {
        try (InputStream file = NoticeVectorsTest.class.getResourceAsStream("/vectors/" + calculation + ".json")) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(file).get("vectors").spliterator(), false)
                    .map(vector -> Arguments.of(
                            vector.get("id").asText(),
                            policies(vector.get("policies")),
                            vector.get("input"),
                            vector.get("expected")));
        }
    }

    private static Policies policies(JsonNode changes) {
        Map<String, String> values = new LinkedHashMap<>();
        changes.properties()
                .forEach(change -> values.put(change.getKey(), change.getValue().asText()));
        return Policies.DEFAULTS.with(values);
    }

    private static List<Delivery> deliveries(JsonNode array) {
        List<Delivery> deliveries = new ArrayList<>();
        array.forEach(delivery -> deliveries.add(delivery(delivery)));
        return deliveries;
    }

    private static Delivery delivery(JsonNode node) {
        return new Delivery(
                node.get("method").asText(),
                instant(node.get("receivedAt")),
                instant(node.get("sentAt")),
                instant(node.get("confirmedAt")),
                instant(node.get("mailedAt")),
                given(node.get("service"), service -> Delivery.Service.valueOf(service.asText())),
                flag(node.get("firstClass")),
                flag(node.get("prepaid")),
                flag(node.get("addressOfRecord")),
                instant(node.get("actualReceiptAt")));
    }

    private static Instant instant(JsonNode node) {
        return given(node, text -> OffsetDateTime.parse(text.asText()).toInstant());
    }

    private static LocalDate date(JsonNode node) {
        return given(node, text -> LocalDate.parse(text.asText()));
    }

    private static Boolean flag(JsonNode node) {
        return given(node, JsonNode::asBoolean);
    }

    private static <T> T given(JsonNode node, Function<JsonNode, T> reader) {
        return node == null || node.isNull() ? null : reader.apply(node);
    }
}
