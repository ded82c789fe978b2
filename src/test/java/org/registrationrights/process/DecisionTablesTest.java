package org.registrationrights.process;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.indemnity.IndemnityAvailability;
import org.registrationrights.offering.LimitAuthority;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.transfer.TransferGate;

/** Each decision table says what the function of the same facts says, for all facts that there can be. */
class DecisionTablesTest {

    private static final Set<String> HITS = new HashSet<>();

    private static final DmnEngine DMN = ((DefaultDmnEngineConfiguration)
                    DmnEngineConfiguration.createDefaultDmnEngineConfiguration())
            .customPostDecisionTableEvaluationListeners(
                    List.of(event -> event.getMatchingRules().forEach(rule -> HITS.add(rule.getId()))))
            .buildEngine();

    private static final Map<String, DmnDecision> DECISIONS = new HashMap<>();

    @Test
    @Verifies({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A, Clause.S10_A})
    void offeringGate() {
        assertAgrees(
                "offering-gate",
                OfferingGate.Facts.class,
                facts -> Map.of("gateResult", OfferingGate.decide(facts).name()));
    }

    @Test
    @Verifies(Clause.S2_3_A)
    void limitAuthority() {
        assertAgrees(
                "limit-authority",
                LimitAuthority.Facts.class,
                facts -> Map.of("limitFinding", LimitAuthority.decide(facts).finding()));
    }

    @Test
    @Verifies({Clause.S6_A, Clause.S6_B})
    void transferGate() {
        assertAgrees("transfer-gate", TransferGate.Facts.class, facts -> {
            List<TransferGate.Condition> missing = TransferGate.decide(facts);
            return Map.of(
                    "rightsPass",
                    missing.isEmpty(),
                    "missing",
                    missing.stream().map(Enum::name).collect(joining(", ")));
        });
    }

    @Test
    @Verifies({Clause.S3_1_B, Clause.S3_2_B})
    void indemnityAvailability() {
        assertAgrees("indemnity-availability", IndemnityAvailability.Facts.class, facts -> {
            IndemnityAvailability.Decision decision = IndemnityAvailability.decide(facts);
            return Map.of(
                    "result",
                    decision.result().name(),
                    "reason",
                    decision.reason() == null ? "" : decision.reason().name());
        });
    }

    @Test
    void whatIsNotAnsweredIsWithheld() {
        assertThat(evaluate("offering-gate", Map.of())).containsEntry("gateResult", "NOT_A_PUBLIC_OFFERING");
        assertThat(evaluate("limit-authority", Map.of())).containsEntry("limitFinding", "WRONG_PARTY");
        assertThat(evaluate("transfer-gate", Map.of())).containsEntry("rightsPass", false);
        assertThat(evaluate("indemnity-availability", Map.of())).containsEntry("result", "NO_INDEMNITY");
    }

    /** A table that nobody compares is a table that nobody checks. */
    @Test
    void everyTableIsCompared() {
        assertThat(Models.files(".dmn"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "indemnity-availability.dmn", "limit-authority.dmn", "offering-gate.dmn", "transfer-gate.dmn");
        for (Path file : Models.files(".dmn")) {
            Decision decision = Dmn.readModelFromFile(file.toFile())
                    .getModelElementsByType(Decision.class)
                    .iterator()
                    .next();
            assertThat(file.getFileName()).hasToString(decision.getId() + ".dmn");
            assertThat(decision.getCamundaHistoryTimeToLiveString())
                    .as(decision.getId())
                    .isNotBlank();
            assertThat(decision.getDescription().getTextContent()).isNotBlank();
        }
    }

    private static <F extends Record> void assertAgrees(
            String table, Class<F> factsType, Function<F, Map<String, Object>> function) {
        HITS.clear();
        for (F facts : all(factsType)) {
            assertThat(evaluate(table, Facts.of(facts))).as(facts.toString()).isEqualTo(function.apply(facts));
        }
        assertThat(model(table).getModelElementsByType(Rule.class))
                .as("a rule that no facts reach")
                .allMatch(rule -> HITS.contains(rule.getId()));
    }

    private static Map<String, Object> evaluate(String table, Map<String, Object> variables) {
        DmnDecisionTableResult result = DMN.evaluateDecisionTable(decision(table), variables);
        return result.getSingleResult().getEntryMap();
    }

    private static DmnModelInstance model(String table) {
        return Dmn.readModelFromFile(file(table).toFile());
    }

    private static Path file(String table) {
        return Path.of("processes/decisions", table + ".dmn");
    }

    private static DmnDecision decision(String table) {
        return DECISIONS.computeIfAbsent(table, name -> {
            try (var file = Files.newInputStream(file(name))) {
                return DMN.parseDecision(name, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Every combination of the answers. */
    private static <F extends Record> List<F> all(Class<F> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Object[]> combinations = List.of(new Object[][] {new Object[components.length]});
        for (int i = 0; i < components.length; i++) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] combination : combinations) {
                for (Object answer : answers(components[i].getType())) {
                    Object[] copy = combination.clone();
                    copy[i] = answer;
                    longer.add(copy);
                }
            }
            combinations = longer;
        }
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return combinations.stream()
                .map(answers -> create(type, types, answers))
                .toList();
    }

    private static Object[] answers(Class<?> type) {
        return type == boolean.class ? new Object[] {true, false} : type.getEnumConstants();
    }

    private static <F> F create(Class<F> type, Class<?>[] types, Object[] answers) {
        try {
            Constructor<F> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(answers);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
