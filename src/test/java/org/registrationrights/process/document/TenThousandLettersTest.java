package org.registrationrights.process.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.notice.Mailing;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Ten thousand notices: drawn up with the start of the elections, printed as one PDF, listed in one manifest. The database
 * is a file, for the heap is what is measured. Times are printed and not asserted.
 */
@Tag("letters")
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Import({ModelCoverageConfiguration.class, Story.class})
@Verifies(Clause.S2_1_B)
class TenThousandLettersTest {

    private static final int HOLDERS = 10_000;
    private static final Path FOLDER = Path.of("target", "ten-thousand-letters");

    @Autowired
    private Story story;

    @Autowired
    private Mailings mailings;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("db.mv.db", "db.trace.db")) {
            Files.deleteIfExists(FOLDER.resolve(file));
        }
        registry.add("spring.datasource.url", () -> "jdbc:h2:file:./" + FOLDER + "/db;CACHE_SIZE=32768");
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void areDrawnUpPrintedAndListed() throws IOException {
        List<String> sample = Story.sample().lines().toList();
        String pattern = sample.stream()
                .filter(line -> line.startsWith("H-7,"))
                .findFirst()
                .orElseThrow();
        story.begin(sample.get(0) + "\n"
                + IntStream.rangeClosed(1, HOLDERS)
                        .mapToObj(i -> pattern.replace("H-7", "H-" + i)
                                .replace("L-14", "L-" + i)
                                .replace("Mirela Sandoz", "Holder Number " + i))
                        .collect(Collectors.joining("\n")));

        story.start(Story.offering());
        time("elections started, notices drawn up", story::runJobs);

        Mailing mailing = mailings.create(Story.ID, DocumentKind.NOTICE);
        assertThat(mailing.letters()).isEqualTo(HOLDERS);
        Path print = FOLDER.resolve("letters.pdf");
        time("typeset and printed", () -> print(mailing, print));
        time("printed again", () -> print(mailing, print));
        Path manifest = FOLDER.resolve("manifest.csv");
        time("listed", () -> {
            try (Writer out = Files.newBufferedWriter(manifest)) {
                mailings.manifest(mailing, out);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        List<String> lines = Files.readAllLines(manifest);
        assertThat(lines).hasSize(HOLDERS + 1);
        assertThat(lines.get(HOLDERS)).contains("Holder Number 10000").contains(",29998,30000,");
        System.out.printf(
                "print %,d bytes, heap %,d MB at most%n",
                Files.size(print), Runtime.getRuntime().maxMemory() >> 20);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM document")
                        .query(BigInteger.class)
                        .single())
                .isEqualTo(HOLDERS);
    }

    private void print(Mailing mailing, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            mailings.print(mailing, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void time(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf(
                "%,d letters: %s in %d s%n",
                HOLDERS, what, Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
