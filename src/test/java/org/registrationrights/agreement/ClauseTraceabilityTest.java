package org.registrationrights.agreement;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.agreement.Clause.Handling.CALCULATED;
import static org.registrationrights.agreement.Clause.Handling.ENFORCED;
import static org.registrationrights.agreement.Clause.Handling.MANUAL;
import static org.registrationrights.agreement.Clause.Handling.NONE;
import static org.registrationrights.agreement.Clause.Handling.PLANNED;
import static org.registrationrights.agreement.Clause.Handling.RECORDED;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.registrationrights.agreement.Clause.Handling;
import org.registrationrights.process.Models;
import org.registrationrights.process.Models.Diagram;

/** Holds the register, the code, the tests and the models together, and writes the table that shows how. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClauseTraceabilityTest {

    private static final Path TABLE = Path.of("src/docs/clauses.md");
    private static final Pattern RULE_CLAUSES = Pattern.compile("\\[([^]]+)].*", Pattern.DOTALL);

    /** Says of an element in a diagram that no clause asks for it. */
    private static final String NO_CLAUSE = "none";

    private final Map<Clause, Set<String>> code = new TreeMap<>();
    private final Map<Clause, Set<String>> tests = new TreeMap<>();
    /** Labels of the elements by diagram. */
    private final Map<Clause, Map<String, Set<String>>> models = new TreeMap<>();

    /** Those that a diagram names, and not a decision table alone. */
    private final Set<Clause> drawn = new TreeSet<>();

    private final List<String> faults = new ArrayList<>();

    ClauseTraceabilityTest() {
        for (JavaClass type : new ClassFileImporter().importPackages("org.registrationrights")) {
            String name =
                    type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
            readAnnotations(type, name);
            for (JavaMethod method : type.getMethods()) {
                readAnnotations(method, name + "." + method.getName());
            }
        }
        Models.diagrams().forEach(this::readDiagram);
        drawn.addAll(models.keySet());
        Models.files(".dmn").forEach(this::readDecisions);
    }

    @Test
    void everyEnforcedOrCalculatedClauseHasCodeAndATest() {
        assertThat(clauses(ENFORCED, CALCULATED))
                .filteredOn(not(code::containsKey))
                .as("without code")
                .isEmpty();
        assertThat(clauses(ENFORCED, CALCULATED))
                .filteredOn(not(tests::containsKey))
                .as("without a test")
                .isEmpty();
    }

    @Test
    void everyRecordedClauseHasAPlaceWhereItIsRecorded() {
        assertThat(clauses(RECORDED)).filteredOn(not(this::isCarriedOut)).isEmpty();
    }

    @Test
    void noClauseIsFurtherThanTheRegisterSays() {
        assertThat(clauses(PLANNED, NONE)).filteredOn(this::isCarriedOut).isEmpty();
        assertThat(clauses(CALCULATED)).filteredOn(drawn::contains).isEmpty();
    }

    private boolean isCarriedOut(Clause clause) {
        return code.containsKey(clause) || models.containsKey(clause);
    }

    @Test
    void everyClauseThatIsNotEnforcedSaysWhy() {
        assertThat(clauses(CALCULATED, RECORDED, MANUAL, NONE, PLANNED))
                .noneMatch(clause -> clause.reason().isBlank());
    }

    /** Every clause named is in the register, and every element and every rule of a decision names one or none. */
    @Test
    void everyModelNamesItsClauses() {
        assertThat(faults).isEmpty();
    }

    @Test
    void theTableIsUpToDate() throws IOException {
        System.out.println(clauses(PLANNED).size() + " of " + Clause.values().length + " clauses are planned");
        String table = table();
        if (Files.exists(TABLE) && Files.readString(TABLE).equals(table)) {
            return;
        }
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table);
        throw new AssertionError(TABLE + " was out of date and has been written anew: commit it.");
    }

    private static List<Clause> clauses(Handling... handlings) {
        return Stream.of(Clause.values())
                .filter(clause -> List.of(handlings).contains(clause.handling()))
                .toList();
    }

    private void readAnnotations(HasAnnotations<?> element, String name) {
        element.tryGetAnnotationOfType(Implements.class).ifPresent(found -> note(code, found.value(), name));
        element.tryGetAnnotationOfType(Verifies.class).ifPresent(found -> note(tests, found.value(), name));
    }

    private static void note(Map<Clause, Set<String>> place, Clause[] clauses, String name) {
        for (Clause clause : clauses) {
            place.computeIfAbsent(clause, first -> new TreeSet<>()).add(name);
        }
    }

    private void readDiagram(Diagram diagram) {
        Set<ModelElementInstance> silent = new LinkedHashSet<>(diagram.all(FlowNode.class));
        for (CamundaProperty property : diagram.all(CamundaProperty.class)) {
            if (property.getCamundaName().equals("clause")) {
                // a property stands in properties in extensionElements in its element
                ModelElementInstance element =
                        property.getParentElement().getParentElement().getParentElement();
                silent.remove(element);
                readIds(property.getCamundaValue(), diagram.name(), String.valueOf(element.getAttributeValue("name")));
            }
        }
        silent.forEach(
                element -> faults.add(diagram.name() + ": " + element.getAttributeValue("id") + " names no clause"));
    }

    private void readDecisions(Path file) {
        for (Rule rule : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class)) {
            Decision decision = (Decision) rule.getParentElement().getParentElement();
            String description =
                    rule.getDescription() == null ? "" : rule.getDescription().getTextContent();
            Matcher clauses = RULE_CLAUSES.matcher(description.strip());
            if (clauses.matches()) {
                readIds(clauses.group(1), decision.getId(), decision.getName());
            } else {
                faults.add(decision.getId() + ": " + rule.getId() + " names no clause");
            }
        }
    }

    /** Takes ids with spaces between them, or the word for none. */
    private void readIds(String ids, String model, String label) {
        if (ids.equals(NO_CLAUSE)) {
            return;
        }
        for (String id : ids.trim().split("\\s+")) {
            Stream.of(Clause.values())
                    .filter(clause -> clause.id().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            clause -> models.computeIfAbsent(clause, first -> new TreeMap<>())
                                    .computeIfAbsent(model, first -> new TreeSet<>())
                                    .add(label),
                            () -> faults.add(model + ": " + label + " names the unknown clause " + id));
        }
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
            # What becomes of each clause

            Written by `ClauseTraceabilityTest` from the register `Clause`, the annotations `@Implements` and `@Verifies`,
            and the clauses named in the diagrams and decision tables. Handled: %s.

            | Clause | Who | What it asks | Handling | Code | Tests | Diagrams and decisions |
            | --- | --- | --- | --- | --- | --- | --- |
            """.formatted(Stream.of(Handling.values())
                .map(handling -> clauses(handling).size() + " " + name(handling))
                .collect(joining(", "))));
        for (Clause clause : Clause.values()) {
            table.append(Stream.of(
                            clause.id(),
                            clause.bearer().toString(),
                            clause.duty(),
                            name(clause.handling()) + (clause.reason().isEmpty() ? "" : ": " + clause.reason()),
                            String.join(", ", code.getOrDefault(clause, Set.of())),
                            String.join(", ", tests.getOrDefault(clause, Set.of())),
                            models.getOrDefault(clause, Map.of()).entrySet().stream()
                                    .map(model -> model.getKey() + ": " + String.join(", ", model.getValue()))
                                    .collect(joining("<br>")))
                    .collect(joining(" | ", "| ", " |\n")));
        }
        return table.toString();
    }

    private static String name(Handling handling) {
        return handling.name().toLowerCase(Locale.ROOT);
    }
}
