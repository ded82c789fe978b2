package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.arithmetic.Fraction;

/** The worked cases of Sections 1.3, 1.5, 2.1, 2.3, 5 and 10; a result must hold at least what is expected. */
class OfferingVectorsTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    @TestFactory
    @Verifies(Clause.S1_3_A)
    Stream<DynamicTest> ownershipPercentage() {
        return vectors("ownership-percentage", OfferingVectorsTest::ownershipPercentage);
    }

    @TestFactory
    @Verifies({Clause.S2_3_B, Clause.S2_3_C, Clause.S2_3_D, Clause.S2_3_E})
    Stream<DynamicTest> cutback() {
        return vectors("cutback", OfferingVectorsTest::cutback);
    }

    @TestFactory
    Stream<DynamicTest> availableShares() {
        return vectors("available-shares", OfferingVectorsTest::availableShares);
    }

    @TestFactory
    @Verifies({Clause.S5_A, Clause.S5_B})
    Stream<DynamicTest> expenses() {
        return vectors("expenses", OfferingVectorsTest::expenses);
    }

    @TestFactory
    @Verifies(Clause.S10_A)
    Stream<DynamicTest> termination() {
        return vectors("termination", OfferingVectorsTest::termination);
    }

    @TestFactory
    @Verifies({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A})
    Stream<DynamicTest> offeringGate() {
        return vectors("offering-gate", OfferingVectorsTest::offeringGate);
    }

    @TestFactory
    @Verifies(Clause.S2_3_A)
    Stream<DynamicTest> limitAuthority() {
        return vectors("limit-authority", OfferingVectorsTest::limitAuthority);
    }

    private static Object ownershipPercentage(JsonNode input, Policies policies) {
        OwnershipPercentage result = OwnershipPercentage.of(holders(input), others(input), policies);
        Map<String, Object> ownership = new LinkedHashMap<>();
        result.ownership()
                .forEach((holder, part) -> ownership.put(
                        holder,
                        Map.of(
                                "fraction",
                                part.numerator() + "/" + part.denominator(),
                                "decimal",
                                part.decimal(12).toPlainString())));
        return Map.of(
                "denominator", result.denominator(),
                "ownership", ownership,
                "notRequesting", result.notRequesting());
    }

    private static Object cutback(JsonNode input, Policies policies) {
        Cutback result = Cutback.allocate(holders(input), others(input), count(input, "available", null), policies);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("limitationImposed", result.limitationImposed());
        json.put("rule", result.rule().name());
        json.put("exact", texts(result.exact()));
        json.put("allocated", result.allocated());
        json.put("totalAllocated", result.totalAllocated());
        json.put("unallocated", result.unallocated());
        json.put("excluded", result.excluded());
        json.put("rejectedRequests", result.rejectedRequests());
        json.put("parity", parity(result.parity()));
        return json;
    }

    private static Object parity(Parity parity) {
        if (parity == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "benchmark",
                parity.benchmark() == null ? null : parity.benchmark().toString());
        json.put("floor", parity.floor());
        json.put("deficit", parity.deficit());
        json.put("aggregateFloor", parity.aggregateFloor());
        json.put("aggregateDeficit", parity.aggregateDeficit());
        json.put("compliant", parity.compliant());
        if (parity.proposal() != null) {
            json.put(
                    "proposal",
                    Map.of(
                            "holders", parity.proposal().holders(),
                            "others", parity.proposal().others(),
                            "capacity", parity.proposal().capacity(),
                            "unused", parity.proposal().unused()));
        }
        return json;
    }

    private static Object availableShares(JsonNode input, Policies policies) {
        AvailableShares result = AvailableShares.of(
                count(input, "overallLimit", null),
                count(input, "companyPrimary", null),
                count(input, "exemptIncluded", null),
                count(input, "holdersRequested", null),
                count(input, "nonExemptRequested", null));
        return Map.of("pool", result.pool(), "available", result.available(), "nonExempt", result.nonExempt());
    }

    private static Object expenses(JsonNode input, Policies policies) {
        Map<String, BigInteger> holderShares = new LinkedHashMap<>();
        input.get("holderShares")
                .properties()
                .forEach(holder ->
                        holderShares.put(holder.getKey(), holder.getValue().bigIntegerValue()));
        List<Expenses.Item> items = new ArrayList<>();
        for (JsonNode item : input.get("items")) {
            items.add(new Expenses.Item(
                    Expenses.Type.valueOf(item.get("type").textValue()),
                    count(item, "cents", null),
                    item.has("for")
                            ? elements(item.get("for")).map(JsonNode::textValue).toList()
                            : null));
        }
        Expenses result = Expenses.allocate(
                holderShares,
                count(input, "companyShares", BigInteger.ZERO),
                count(input, "otherShares", BigInteger.ZERO),
                items,
                policies);
        return Map.of(
                "companyCents", result.companyCents(),
                "holderCents", result.holderCents(),
                "otherSellersCents", result.otherSellersCents(),
                "totalCents", result.totalCents());
    }

    private static Object termination(JsonNode input, Policies policies) {
        RegistrationTerm result = RegistrationTerm.of(terms(input), policies);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("anniversary", result.anniversary().toString());
        json.put("terminatesAt", result.terminatesAt().toOffsetDateTime().toString());
        if (input.has("at")) {
            json.put("obligationInForce", result.obligationInForce(instant(input, "at")));
        }
        return json;
    }

    private static Object offeringGate(JsonNode input, Policies policies) {
        PlannedOffering offering = new PlannedOffering(
                input.get("soleBusinessCombination").booleanValue(),
                input.get("soleCompensatoryPlan").booleanValue(),
                input.get("commonStockToPublic").booleanValue(),
                instant(input, "determinedAt"));
        return Map.of(
                "result",
                OfferingGate.decide(offering, instant(input, "series2aClosedAt"), terms(input), policies)
                        .name());
    }

    private static Object limitAuthority(JsonNode input, Policies policies) {
        LimitAuthority result = LimitAuthority.judge(
                LimitAuthority.Party.valueOf(input.get("imposedBy").textValue()),
                input.get("hasManagingUnderwriter").booleanValue(),
                input.get("marketConditionsJudgment").booleanValue());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("valid", result.valid());
        json.put("reason", result.reason() == null ? null : result.reason().name());
        json.put("expectedParty", result.expectedParty().name());
        return json;
    }

    private static List<SellingHolder> holders(JsonNode input) {
        return elements(input.get("holders"))
                .map(holder -> new SellingHolder(
                        holder.get("id").textValue(), count(holder, "held", null), count(holder, "requested", null)))
                .toList();
    }

    private static List<OtherSeller> others(JsonNode input) {
        return elements(input.path("others"))
                .map(other -> new OtherSeller(
                        other.get("id").textValue(),
                        OtherSeller.SecurityClass.valueOf(other.get("class").textValue()),
                        count(other, "entitledHeld", null),
                        count(other, "requested", null),
                        count(other, "included", null),
                        other.path("participating").asBoolean(true),
                        other.path("hasAgreement").asBoolean(true),
                        other.path("exercisedRights").asBoolean(true)))
                .toList();
    }

    private static AgreementTerms terms(JsonNode input) {
        return AgreementTerms.asSigned(
                LocalDate.parse(input.get("agreementDate").textValue()));
    }

    private static Instant instant(JsonNode input, String field) {
        JsonNode value = input.path(field);
        return value.isTextual() ? OffsetDateTime.parse(value.textValue()).toInstant() : null;
    }

    private static BigInteger count(JsonNode input, String field, BigInteger otherwise) {
        JsonNode value = input.path(field);
        return value.isIntegralNumber() ? value.bigIntegerValue() : otherwise;
    }

    private static Map<String, String> texts(Map<String, Fraction> fractions) {
        Map<String, String> texts = new LinkedHashMap<>();
        fractions.forEach((id, fraction) -> texts.put(id, fraction.toString()));
        return texts;
    }

    private static Stream<DynamicTest> vectors(String calculation, BiFunction<JsonNode, Policies, Object> rule) {
        return elements(read(calculation).get("vectors"))
                .map(vector -> dynamicTest(
                        vector.get("id").textValue() + " " + vector.get("title").textValue(), () -> {
                            Map<String, String> policies = new LinkedHashMap<>();
                            vector.get("policies")
                                    .properties()
                                    .forEach(policy -> policies.put(
                                            policy.getKey(), policy.getValue().asText()));
                            Object result = rule.apply(vector.get("input"), Policies.DEFAULTS.with(policies));
                            assertHolds(calculation, JSON.valueToTree(result), vector.get("expected"));
                        }));
    }

    private static void assertHolds(String path, JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            assertHolds(path + "." + field.getKey(), actual.path(field.getKey()), field.getValue()));
        } else if (path.endsWith("At")) {
            assertThat(OffsetDateTime.parse(actual.textValue())).as(path).isEqualTo(expected.textValue());
        } else {
            assertThat(actual).as(path).isEqualTo(expected);
        }
    }

    private static JsonNode read(String calculation) {
        try (InputStream file = OfferingVectorsTest.class.getResourceAsStream("/vectors/" + calculation + ".json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
