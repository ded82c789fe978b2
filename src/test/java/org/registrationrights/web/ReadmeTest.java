package org.registrationrights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The offering of the README, typed in as it stands there: each command is taken, and each answer shown is given. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "spring.application.name=readme")
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```(sh|json)\\n(.*?)```", Pattern.DOTALL);

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Test
    void theOfferingRunsAsItIsWritten() throws Exception {
        assumeTrue(isThere("bash") && isThere("curl"), "the README's commands need bash and curl");
        String readme = Files.readString(Path.of("README.md"));
        String offering = section(readme, "## An offering, worked", "## ")
                + section(readme, "### A claim for indemnity", "### ")
                + section(readme, "### A dispute", "### ");
        StringBuilder script = new StringBuilder();
        for (MatchResult block : BLOCK.matcher(offering).results().toList()) {
            if (block.group(1).equals("sh")) {
                script.append(block.group(2));
            }
        }
        String printed = run(script.toString().replace("localhost:8080", "localhost:" + port));

        assertThat(printed)
                .as("no command is refused")
                .doesNotContain("\"status\":4", "\"status\":5", "\"type\":\"Refusal\"", "\"type\":\"NotFound\"");
        for (MatchResult block : BLOCK.matcher(offering).results().toList()) {
            if (block.group(1).equals("json")) {
                assertThat(printed).contains(block.group(2).strip());
            }
        }
    }

    private static String section(String readme, String heading, String next) {
        int begin = readme.indexOf("\n" + heading);
        return readme.substring(begin, readme.indexOf("\n" + next, begin + 1));
    }

    private String run(String script) throws IOException, InterruptedException {
        Path commands = Files.writeString(folder.resolve("commands"), script);
        Path printed = folder.resolve("printed");
        Process shell = new ProcessBuilder("bash", commands.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
