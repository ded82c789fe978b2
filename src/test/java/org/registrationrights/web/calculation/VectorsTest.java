package org.registrationrights.web.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.web.calculation.Calculation.Basis;

/** The worked cases of every calculation; an answer must hold at least what is expected. */
class VectorsTest {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    @TestFactory
    @Verifies(Clause.S11_1_A)
    Stream<DynamicTest> deemedReceipt() {
        return vectors("deemed-receipt");
    }

    @TestFactory
    @Verifies(Clause.S2_1_D)
    Stream<DynamicTest> electionWindow() {
        return vectors("election-window");
    }

    @TestFactory
    @Verifies({Clause.S2_1_C, Clause.S2_1_D, Clause.S2_1_F, Clause.S11_1_A})
    Stream<DynamicTest> noticeAndElection() {
        return vectors("notice-and-election");
    }

    @TestFactory
    @Verifies(Clause.S1_3_A)
    Stream<DynamicTest> ownershipPercentage() {
        return vectors("ownership-percentage");
    }

    @TestFactory
    @Verifies({Clause.S2_3_B, Clause.S2_3_C, Clause.S2_3_D, Clause.S2_3_E})
    Stream<DynamicTest> cutback() {
        return vectors("cutback");
    }

    @TestFactory
    @Verifies({
        Clause.S1_7_I,
        Clause.S1_7_III,
        Clause.S1_7_A,
        Clause.S1_7_B,
        Clause.S1_7_W,
        Clause.S1_7_X1,
        Clause.S1_7_Y,
        Clause.S1_7_Z
    })
    Stream<DynamicTest> registrableShares() {
        return vectors("registrable-shares");
    }

    @TestFactory
    @Verifies(Clause.S1_7_X2)
    Stream<DynamicTest> rule144Cessation() {
        return vectors("rule-144-cessation");
    }

    @TestFactory
    Stream<DynamicTest> availableShares() {
        return vectors("available-shares");
    }

    @TestFactory
    @Verifies(Clause.S2_3_A)
    Stream<DynamicTest> limitAuthority() {
        return vectors("limit-authority");
    }

    @TestFactory
    @Verifies({Clause.S5_A, Clause.S5_B})
    Stream<DynamicTest> expenses() {
        return vectors("expenses");
    }

    @TestFactory
    @Verifies({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A, Clause.S10_A})
    Stream<DynamicTest> offeringGate() {
        return vectors("offering-gate");
    }

    @TestFactory
    @Verifies(Clause.S10_A)
    Stream<DynamicTest> termination() {
        return vectors("termination");
    }

    @TestFactory
    @Verifies({Clause.S2_6_A, Clause.S2_6_B})
    Stream<DynamicTest> suspensionState() {
        return vectors("suspension-state");
    }

    @TestFactory
    @Verifies({Clause.S6_A, Clause.S6_B})
    Stream<DynamicTest> transferGate() {
        return vectors("transfer-gate");
    }

    @TestFactory
    @Verifies({Clause.S7_A, Clause.S7_B})
    Stream<DynamicTest> marketStandoff() {
        return vectors("market-standoff");
    }

    @TestFactory
    @Verifies(Clause.S11_3_A)
    Stream<DynamicTest> amendmentConsent() {
        return vectors("amendment-consent");
    }

    @TestFactory
    @Verifies({Clause.S3_1_B, Clause.S3_2_B})
    Stream<DynamicTest> indemnityAvailability() {
        return vectors("indemnity-availability");
    }

    @TestFactory
    @Verifies({Clause.S3_3_A, Clause.S3_3_C, Clause.S3_3_D})
    Stream<DynamicTest> contribution() {
        return vectors("contribution");
    }

    @TestFactory
    @Verifies({Clause.S11_5_B, Clause.S11_6_A})
    Stream<DynamicTest> costAward() {
        return vectors("cost-award");
    }

    /** The default policies, but for those that the case names, and the agreement's own terms. */
    static Basis basis(Calculation<?> calculation, JsonNode policies) {
        Map<String, String> changes = new LinkedHashMap<>();
        policies.properties()
                .forEach(
                        policy -> changes.put(policy.getKey(), policy.getValue().asText()));
        return new Basis(
                AgreementTerms.asSigned(LocalDate.of(2001, 6, 22)),
                calculation.under(Policies.DEFAULTS, changes),
                Holidays.shipped());
    }

    static Stream<JsonNode> cases(String name) {
        try (InputStream file = VectorsTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
            return StreamSupport.stream(JSON.readTree(file).get("vectors").spliterator(), false);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<DynamicTest> vectors(String name) {
        Calculation<?> calculation = Calculations.named(name);
        return cases(name)
                .map(vector -> dynamicTest(
                        vector.get("id").textValue() + " " + vector.get("title").textValue(),
                        () -> assertHolds(
                                "",
                                JSON.valueToTree(calculation
                                        .answer(vector.get("input"), basis(calculation, vector.get("policies")))
                                        .result()),
                                vector.get("expected"))));
    }

    /** Objects may hold more; everything else is the same, and an instant may be written with another offset. */
    private static void assertHolds(String path, JsonNode actual, JsonNode expected) {
        assertThat(actual).as(path + " is there").isNotNull();
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            assertHolds(path + "." + field.getKey(), actual.get(field.getKey()), field.getValue()));
        } else if (expected.isTextual()
                && expected.textValue().contains("T")
                && expected.textValue().contains(":")) {
            assertThat(OffsetDateTime.parse(actual.textValue()).toInstant())
                    .as(path)
                    .isEqualTo(ZonedDateTime.parse(expected.textValue()).toInstant());
        } else {
            assertThat(actual).as(path).isEqualTo(JSON.<JsonNode>valueToTree(expected));
        }
    }
}
