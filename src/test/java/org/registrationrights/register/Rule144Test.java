package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;

@Verifies(Clause.S1_7_X2)
class Rule144Test {

    @TestFactory
    Stream<DynamicTest> vectors() throws IOException {
        JsonNode file = new ObjectMapper().readTree(getClass().getResourceAsStream("/vectors/rule-144-cessation.json"));
        return StreamSupport.stream(file.get("vectors").spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> {
                    JsonNode input = vector.get("input");
                    Map<String, String> policies = new HashMap<>();
                    vector.get("policies")
                            .properties()
                            .forEach(policy -> policies.put(
                                    policy.getKey(), policy.getValue().asText()));
                    BigInteger own = input.get("holderRegistrable").bigIntegerValue();
                    Rule144.Cessation cessation = new Rule144(
                                    input.get("holdingPeriodMet").asBoolean(),
                                    input.get("volumeLimitApplies").asBoolean(),
                                    input.get("outstanding").bigIntegerValue(),
                                    input.get("avgWeeklyVolume4w").bigIntegerValue(),
                                    own,
                                    input.has("aggregatedHoldings")
                                            ? input.get("aggregatedHoldings").bigIntegerValue()
                                            : own)
                            .cessation(Policies.DEFAULTS.with(policies));
                    JsonNode expected = vector.get("expected");
                    assertThat(cessation.ceased())
                            .isEqualTo(expected.get("ceased").bigIntegerValue());
                    assertThat(cessation.remaining())
                            .isEqualTo(expected.get("remaining").bigIntegerValue());
                    if (expected.has("volumeLimit")) {
                        assertThat(cessation.volumeLimit())
                                .isEqualTo(expected.get("volumeLimit").bigIntegerValue());
                    } else {
                        assertThat(cessation.volumeLimit()).isNull();
                    }
                }));
    }

    /** Outstanding 10,099, so that one per cent is 100, and a volume of 90 a week: the limit is 100. */
    @ParameterizedTest
    @CsvSource({
        // policy, holding period met, limit applies, own, aggregate, ceased
        "HOLDER_ALL,        true,  true,  100, 100, 100",
        "HOLDER_ALL,        true,  true,  101, 101,   0",
        "HOLDER_ALL,        true,  true,   60, 101,   0",
        "HOLDER_ALL,        true,  false, 500, 900, 500",
        "HOLDER_ALL,        false, true,   10,  10,   0",
        "HOLDER_ALL,        false, false,  10,  10,   0",
        "PER_SHARE_PARTIAL, true,  true,  101, 101, 100",
        "PER_SHARE_PARTIAL, true,  true,   60, 500,  60",
        "PER_SHARE_PARTIAL, false, true,   60,  60,   0",
        "ANY_SHARE,         true,  true,  500, 900, 500",
        "ANY_SHARE,         false, true,  500, 900,   0",
        "HOLDER_ALL,        true,  true,    0, 500,   0"
    })
    void whatCeases(
            String policy,
            boolean holdingPeriodMet,
            boolean limitApplies,
            BigInteger own,
            BigInteger aggregate,
            BigInteger ceased) {
        Rule144.Cessation cessation = new Rule144(
                        holdingPeriodMet,
                        limitApplies,
                        BigInteger.valueOf(10_099),
                        BigInteger.valueOf(90),
                        own,
                        aggregate)
                .cessation(Policies.DEFAULTS.with(Map.of("rule144Test", policy)));
        assertThat(cessation)
                .isEqualTo(new Rule144.Cessation(
                        ceased, own.subtract(ceased), limitApplies ? BigInteger.valueOf(100) : null));
    }

    @Test
    void noShareCanGoWhereTheLimitRoundsToNone() {
        Rule144 test = new Rule144(
                true, true, BigInteger.valueOf(99), BigInteger.ZERO, BigInteger.valueOf(7), BigInteger.valueOf(7));
        assertThat(test.cessation(Policies.DEFAULTS.with(Map.of("rule144Test", "ANY_SHARE")))
                        .ceased())
                .isZero();
    }

    @Test
    void refusesWhatIsMissingNegativeOrContradictory() {
        BigInteger one = BigInteger.ONE;
        assertRefused("outstanding", () -> new Rule144(true, true, null, one, one, one));
        assertRefused("avgWeeklyVolume4w", () -> new Rule144(true, true, one, one.negate(), one, one));
        assertRefused("holderRegistrable", () -> new Rule144(true, true, one, one, one.negate(), one));
        assertRefused("aggregatedHoldings", () -> new Rule144(true, true, one, one, one, BigInteger.ZERO));
    }

    private static void assertRefused(String field, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
