package org.registrationrights.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.registrationrights.process.Models.Diagram;

/** Notes each element and each flow of the diagrams that the tests of this run have driven, in whichever engine. */
final class ModelCoverage extends AbstractBpmnParseListener {

    private static final Set<String> DRIVEN = ConcurrentHashMap.newKeySet();

    /** What no test has driven, such as {@code holder-election: UserTask_RecordAnswerOfHolder}. */
    static List<String> undriven() {
        List<String> undriven = new ArrayList<>();
        for (Diagram diagram : Models.diagrams()) {
            for (FlowElement element : diagram.all(FlowElement.class)) {
                if (!DRIVEN.contains(key(diagram.name(), witness(element).getId()))) {
                    undriven.add(key(diagram.name(), element.getId()));
                }
            }
        }
        return undriven;
    }

    /** The engine goes from an event-based gateway straight to the event: the flow between is seen by the event. */
    private static FlowElement witness(FlowElement element) {
        return element instanceof SequenceFlow flow && flow.getSource() instanceof EventBasedGateway
                ? flow.getTarget()
                : element;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        listen(definition.getKey(), definition);
    }

    private static void listen(String process, ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            note(process, activity, ExecutionListener.EVENTNAME_START);
            activity.getOutgoingTransitions()
                    .forEach(flow -> note(process, (TransitionImpl) flow, ExecutionListener.EVENTNAME_TAKE));
            listen(process, activity);
        }
    }

    private static void note(String process, CoreModelElement element, String event) {
        String key = key(process, element.getId());
        element.addListener(event, (ExecutionListener) execution -> DRIVEN.add(key));
    }

    private static String key(String process, String id) {
        return process + ": " + id;
    }
}
