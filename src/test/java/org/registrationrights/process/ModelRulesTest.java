package org.registrationrights.process;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.junit.jupiter.api.Test;
import org.registrationrights.process.Models.Diagram;

/** The house rules of the diagrams and their forms; what a diagram looks like is ModelLayoutTest's. */
class ModelRulesTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> GROUPS = Set.of(
            "counsel",
            "corporate-secretary",
            "holder-services",
            "underwriter",
            "finance",
            "transfer-agent",
            "camunda-admin");

    // Names and words

    @Test
    void aProcessIsNamedAsItsFile() {
        each(Process.class, (diagram, process) -> {
            if (!process.getId().equals(diagram.name())) {
                return "is not the name of its file";
            }
            return unless(process.getId().matches("[a-z0-9]+(-[a-z0-9]+)*"), "is not in kebab-case");
        });
    }

    @Test
    void noFileNameIsUsedTwice() {
        Map<String, Long> count = Models.files("").stream()
                .collect(groupingBy(file -> file.getFileName().toString(), counting()));
        count.values().removeIf(files -> files == 1);
        assertThat(count).isEmpty();
    }

    @Test
    void everyProcessIsExecutableAndSaysHowLongItsHistoryIsKept() {
        each(Process.class, process -> {
            if (!process.isExecutable()) {
                return "is not executable";
            }
            return unless(process.getCamundaHistoryTimeToLiveString() != null, "has no historyTimeToLive");
        });
    }

    @Test
    void everyElementIsNamedAndDocumented() {
        each(Process.class, process -> words(process, process.getName()));
        each(FlowNode.class, node -> words(node, node.getName()));
    }

    private static String words(BaseElement element, String name) {
        if (blank(name)) {
            return "has no name";
        }
        return unless(
                element.getDocumentations().stream().anyMatch(text -> !blank(text.getTextContent())),
                "has no documentation");
    }

    @Test
    void everyIdDerivesFromItsLabel() {
        each(FlowNode.class, node -> {
            String expected = type(node) + "_" + pascal(node.getName());
            return unless(node.getId().equals(expected), "should be " + expected);
        });
    }

    @Test
    void aGatewayThatDecidesAsksAndItsFlowsAnswer() {
        each(Gateway.class, gateway -> {
            boolean decides = forks(gateway) && !(gateway instanceof ParallelGateway);
            return unless(!decides || String.valueOf(gateway.getName()).endsWith("?"), "asks no question");
        });
        each(SequenceFlow.class, flow -> {
            FlowNode source = flow.getSource();
            boolean asks = forks(source) && (source instanceof ExclusiveGateway || source instanceof InclusiveGateway);
            return unless(!asks || !blank(flow.getName()), "gives no answer");
        });
        each(
                SequenceFlow.class,
                flow -> unless(
                        blank(flow.getName())
                                || Character.isUpperCase(flow.getName().charAt(0)),
                        "should begin with a capital, as its siblings in all diagrams do"));
    }

    @Test
    void everyFlowOutOfAForkHasATellingId() {
        each(SequenceFlow.class, flow -> {
            boolean tells = flow.getId().matches("SequenceFlow_[A-Z][A-Za-z0-9]*");
            return unless(!forks(flow.getSource()) || tells, "should be SequenceFlow_PascalCase");
        });
    }

    // What the engine executes

    @Test
    void theDelegateOfATaskIsNamedAsTheTask() {
        each(Task.class, task -> {
            if (!(task instanceof ServiceTask || task instanceof SendTask)) {
                return null;
            }
            String expected = "${" + Introspector.decapitalize(pascal(task.getName())) + "Delegate}";
            String actual = task.getAttributeValueNs(CAMUNDA, "delegateExpression");
            return unless(expected.equals(actual), "should be carried out by " + expected);
        });
    }

    @Test
    void everyExpressionIsABean() {
        Set<String> beans = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.registrationrights.process")
                        .stream()
                        .filter(type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Component"))
                        .map(JavaClass::getSimpleName)
                        .map(name -> "${" + Introspector.decapitalize(name) + "}")
                        .collect(toSet());
        eachXmlElement(element -> Stream.of("delegateExpression", "expression")
                .map(attribute -> element.getAttribute(CAMUNDA, attribute))
                .filter(expression -> expression != null && !beans.contains(expression))
                .map(expression -> "calls " + expression + ", which is no bean of the process package")
                .findFirst()
                .orElse(null));
    }

    @Test
    void noModelHoldsCode() {
        eachXmlElement(element -> {
            if (Set.of("script", "scriptTask").contains(element.getLocalName())) {
                return "holds a script";
            }
            if (element.getLocalName().equals("conditionExpression") && element.hasAttribute("language")) {
                return "has a condition in a script language";
            }
            String type = element.getAttribute(CAMUNDA, "class");
            return unless(type == null, "names the class " + type);
        });
    }

    @Test
    void everyJobSaysHowOftenItIsTriedAgain() {
        each(FlowNode.class, node -> {
            boolean timer =
                    !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
            // the model API knows no asyncAfter of an event-based gateway
            boolean after = !(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter();
            boolean job = timer || node.isCamundaAsyncBefore() || after;
            return unless(!job || retries(node), "has no failedJobRetryTimeCycle");
        });
    }

    private static boolean retries(FlowNode node) {
        return node.getExtensionElements() != null
                && !node.getExtensionElements()
                        .getChildElementsByType(CamundaFailedJobRetryTimeCycle.class)
                        .isEmpty();
    }

    @Test
    void noTimerKnowsADateOrADuration() {
        each(TimerEventDefinition.class, timer -> {
            String value = timer.getTextContent().trim();
            return unless(value.matches("\\$\\{[A-Za-z0-9]+}"), "should hold one variable, not " + value);
        });
    }

    @Test
    void nothingIsMultiInstance() {
        each(LoopCharacteristics.class, loop -> "repeats an activity: one instance per Holder is started instead");
    }

    @Test
    void everyExclusiveGatewayHasADefaultThatNeedsNoCondition() {
        each(ExclusiveGateway.class, gateway -> {
            if (!forks(gateway)) {
                return null;
            }
            if (gateway.getDefault() == null) {
                return "has no default flow";
            }
            boolean complete = gateway.getOutgoing().stream()
                    .allMatch(flow -> (flow.getConditionExpression() == null) == flow.equals(gateway.getDefault()));
            return unless(complete, "should have a condition on every flow but the default");
        });
    }

    @Test
    void everyCalledProcessExists() {
        Set<String> known = Models.diagrams().stream().map(Diagram::name).collect(toSet());
        each(CallActivity.class, call -> {
            String called = call.getCalledElement();
            return unless(known.contains(called), "calls " + called + ", which does not exist");
        });
    }

    @Test
    void everyMessageIsAConstant() throws ReflectiveOperationException {
        Set<Object> known = new HashSet<>();
        for (Field constant :
                Class.forName("org.registrationrights.process.Messages").getFields()) {
            known.add(constant.get(null));
        }
        each(Message.class, message -> {
            String name = message.getName();
            return unless(known.contains(name), "is called " + name + ", which is no constant of Messages");
        });
    }

    // People and forms

    @Test
    void everyUserTaskIsOfferedToAGroup() {
        each(UserTask.class, task -> {
            List<String> groups = task.getCamundaCandidateGroupsList();
            return unless(
                    !groups.isEmpty() && GROUPS.containsAll(groups),
                    "is offered to " + groups + ", not to groups out of " + GROUPS);
        });
    }

    @Test
    void everyFormIsThere() {
        Set<String> forms =
                Models.files(".form").stream().map(ModelRulesTest::formId).collect(toSet());
        each(UserTask.class, task -> form(task, forms));
        each(StartEvent.class, start -> {
            boolean byHand = start.getParentElement() instanceof Process process
                    && process.isCamundaStartableInTasklist()
                    && start.getEventDefinitions().isEmpty();
            return byHand ? form(start, forms) : null;
        });
    }

    private static String form(FlowNode node, Set<String> forms) {
        String form = node.getAttributeValueNs(CAMUNDA, "formRef");
        if (!forms.contains(form)) {
            return "needs a form, and there is none with the id " + form;
        }
        String binding = node.getAttributeValueNs(CAMUNDA, "formRefBinding");
        return unless("deployment".equals(binding), "should bind its form by deployment");
    }

    private static String formId(Path file) {
        try {
            JsonNode form = new ObjectMapper().readTree(file.toFile());
            assertThat(file.getFileName().toString()).isEqualTo(form.path("id").asText() + ".form");
            return form.path("id").asText();
        } catch (IOException e) {
            throw new AssertionError(file + " is no form", e);
        }
    }

    // How the rules read the models

    private static <T extends BaseElement> void each(Class<T> type, Function<T, String> rule) {
        each(type, (diagram, element) -> rule.apply(element));
    }

    /** Asks the rule, which answers null or what is wrong, about each element of a type. */
    private static <T extends BaseElement> void each(Class<T> type, BiFunction<Diagram, T, String> rule) {
        List<String> faults = new ArrayList<>();
        for (Diagram diagram : Models.diagrams()) {
            for (T element : diagram.all(type)) {
                note(faults, diagram, element.getDomElement(), rule.apply(diagram, element));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void eachXmlElement(Function<DomElement, String> rule) {
        List<String> faults = new ArrayList<>();
        for (Diagram diagram : Models.diagrams()) {
            Deque<DomElement> open =
                    new ArrayDeque<>(List.of(diagram.model().getDocument().getRootElement()));
            while (!open.isEmpty()) {
                DomElement element = open.pop();
                note(faults, diagram, element, rule.apply(element));
                element.getChildElements().forEach(open::push);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String unless(boolean holds, String fault) {
        return holds ? null : fault;
    }

    private static void note(List<String> faults, Diagram diagram, DomElement element, String fault) {
        if (fault == null) {
            return;
        }
        DomElement named = element;
        while (named.getAttribute("id") == null) {
            named = named.getParentElement();
        }
        faults.add(diagram.name() + ".bpmn: " + named.getAttribute("id") + " " + fault);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean forks(FlowNode node) {
        return node.getOutgoing().size() > 1;
    }

    /** ServiceTask, UserTask, Gateway, BoundaryEvent, CatchEvent. */
    private static String type(FlowNode node) {
        if (node instanceof Gateway) {
            return "Gateway";
        }
        String name = node.getElementType().getTypeName().replace("intermediate", "");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** "Send offering notice" becomes SendOfferingNotice. */
    private static String pascal(String label) {
        if (blank(label)) {
            return "";
        }
        return Stream.of(label.replaceAll("['\u2019]", "").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(joining());
    }
}
