package org.registrationrights.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.registrationrights.process.Models.Diagram;

/** A diagram is a picture: everything is drawn, in its place, and nothing runs into anything else. */
class ModelLayoutTest {

    private static final int GRID = 10;

    private final List<String> faults = new ArrayList<>();

    private record Box(BaseElement element, Rectangle2D area) {

        boolean at(double x, double y) {
            return x >= area.getMinX() && x <= area.getMaxX() && y >= area.getMinY() && y <= area.getMaxY();
        }

        /** Touching is no overlap. */
        boolean overlaps(Rectangle2D other) {
            return area.intersects(other.getX() + 1, other.getY() + 1, other.getWidth() - 2, other.getHeight() - 2);
        }
    }

    private record Line(SequenceFlow flow, List<Line2D> segments) {

        boolean crosses(Line other) {
            return segments.stream().anyMatch(mine -> other.segments.stream().anyMatch(its -> crosses(mine, its)));
        }

        /** Lines that meet or run together on their way to one element do not cross. */
        private static boolean crosses(Line2D a, Line2D b) {
            return a.relativeCCW(b.getP1()) * a.relativeCCW(b.getP2()) < 0
                    && b.relativeCCW(a.getP1()) * b.relativeCCW(a.getP2()) < 0;
        }

        boolean runsThrough(Box box) {
            Rectangle2D inside = new Rectangle2D.Double(
                    box.area.getX() + 1, box.area.getY() + 1, box.area.getWidth() - 2, box.area.getHeight() - 2);
            return segments.stream().anyMatch(inside::intersectsLine);
        }
    }

    @Test
    void everythingIsDrawn() {
        for (Diagram diagram : Models.diagrams()) {
            for (FlowNode node : diagram.all(FlowNode.class)) {
                expect(node.getDiagramElement() != null, diagram, node, "has no shape");
            }
            for (SequenceFlow flow : diagram.all(SequenceFlow.class)) {
                expect(flow.getDiagramElement() != null, diagram, flow, "has no line");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyShapeStandsOnTheGrid() {
        for (Diagram diagram : Models.diagrams()) {
            for (Box box : shapes(diagram)) {
                Rectangle2D area = box.area;
                boolean snapped = onGrid(area.getX(), area.getCenterX()) && onGrid(area.getY(), area.getCenterY());
                expect(snapped, diagram, box.element, "stands off the grid");
            }
        }
        assertThat(faults).isEmpty();
    }

    /** A modeler snaps small shapes by their centre and large ones by their corner. */
    private static boolean onGrid(double corner, double centre) {
        return corner % GRID == 0 || centre % GRID == 0;
    }

    @Test
    void everyFlowStartsAndEndsAtItsElements() {
        for (Diagram diagram : Models.diagrams()) {
            for (Line line : lines(diagram)) {
                Line2D first = line.segments.get(0);
                Line2D last = line.segments.get(line.segments.size() - 1);
                expect(
                        shape(line.flow.getSource()).at(first.getX1(), first.getY1()),
                        diagram,
                        line.flow,
                        "does not start at its source");
                expect(
                        shape(line.flow.getTarget()).at(last.getX2(), last.getY2()),
                        diagram,
                        line.flow,
                        "does not end at its target");
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noFlowCrossesAnother() {
        for (Diagram diagram : Models.diagrams()) {
            List<Line> lines = lines(diagram);
            for (Line line : lines) {
                for (Line other : lines.subList(lines.indexOf(line) + 1, lines.size())) {
                    expect(!line.crosses(other), diagram, line.flow, "crosses " + other.flow.getId());
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void noFlowRunsThroughAnElement() {
        for (Diagram diagram : Models.diagrams()) {
            for (Line line : lines(diagram)) {
                for (Box box : shapes(diagram)) {
                    boolean mayTouch = box.element instanceof SubProcess
                            || box.element.equals(line.flow.getSource())
                            || box.element.equals(line.flow.getTarget());
                    expect(mayTouch || !line.runsThrough(box), diagram, line.flow, "runs through " + id(box));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyLabelStandsFree() {
        for (Diagram diagram : Models.diagrams()) {
            List<Box> labels = labels(diagram);
            for (Box label : labels) {
                for (Box box : shapes(diagram)) {
                    boolean clear = box.element instanceof SubProcess || !box.overlaps(label.area);
                    expect(clear, diagram, label.element, "has its label on " + id(box));
                }
                for (Line line : lines(diagram)) {
                    expect(!line.runsThrough(label), diagram, label.element, "has its label on " + line.flow.getId());
                }
                for (Box other : labels.subList(labels.indexOf(label) + 1, labels.size())) {
                    expect(
                            !other.overlaps(label.area),
                            diagram,
                            label.element,
                            "has its label on that of " + id(other));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void expect(boolean holds, Diagram diagram, BaseElement element, String fault) {
        if (!holds) {
            faults.add(diagram.name() + ".bpmn: " + element.getId() + " " + fault);
        }
    }

    private static String id(Box box) {
        return box.element.getId();
    }

    private static List<Box> shapes(Diagram diagram) {
        return diagram.all(FlowNode.class).stream().map(ModelLayoutTest::shape).toList();
    }

    private static Box shape(FlowNode node) {
        return new Box(node, area(((BpmnShape) node.getDiagramElement()).getBounds()));
    }

    private static List<Box> labels(Diagram diagram) {
        Stream<Box> ofShapes = diagram.all(BpmnShape.class).stream()
                .flatMap(shape -> label(shape.getBpmnElement(), shape.getBpmnLabel()));
        Stream<Box> ofEdges =
                diagram.all(BpmnEdge.class).stream().flatMap(edge -> label(edge.getBpmnElement(), edge.getBpmnLabel()));
        return Stream.concat(ofShapes, ofEdges).toList();
    }

    private static Stream<Box> label(BaseElement element, BpmnLabel label) {
        return label == null || label.getBounds() == null
                ? Stream.empty()
                : Stream.of(new Box(element, area(label.getBounds())));
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Line> lines(Diagram diagram) {
        return diagram.all(SequenceFlow.class).stream()
                .map(flow -> new Line(flow, segments(flow.getDiagramElement())))
                .toList();
    }

    private static List<Line2D> segments(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        List<Line2D> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            segments.add(new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()));
        }
        return segments;
    }
}
