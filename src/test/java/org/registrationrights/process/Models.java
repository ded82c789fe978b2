package org.registrationrights.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What lies under processes/, for the tests that read it. */
public final class Models {

    /** A diagram holds one process and is named after it. */
    public record Diagram(String name, BpmnModelInstance model) {

        private static Diagram read(Path file) {
            String name = file.getFileName().toString();
            return new Diagram(name.substring(0, name.lastIndexOf('.')), Bpmn.readModelFromFile(file.toFile()));
        }

        public Process process() {
            return all(Process.class).iterator().next();
        }

        public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }
    }

    private static final List<Diagram> DIAGRAMS =
            files(".bpmn").stream().map(Diagram::read).toList();

    private Models() {}

    /** All diagrams, parsed once. */
    public static List<Diagram> diagrams() {
        if (DIAGRAMS.isEmpty()) {
            throw new IllegalStateException("no diagram under processes/");
        }
        return DIAGRAMS;
    }

    /** The files under processes/ whose names end so, sorted. */
    public static List<Path> files(String ending) {
        try (Stream<Path> found = Files.walk(Path.of("processes"))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
