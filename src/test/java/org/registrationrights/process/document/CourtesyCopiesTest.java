package org.registrationrights.process.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.document.PdfText;
import org.registrationrights.notice.CourtesyCopyRepository;
import org.registrationrights.notice.CourtesyCopyRepository.CourtesyCopy;
import org.registrationrights.notice.CourtesyCopyRepository.State;
import org.registrationrights.process.ModelCoverageConfiguration;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server is configured: who has an e-mail address in the register gets a copy that says that it is no notice. */
@SpringBootTest(
        properties = {"camunda.bpm.job-execution.enabled=false", "agreement.courtesy-copies-from=rights@example.com"})
@Import({ModelCoverageConfiguration.class, Story.class})
class CourtesyCopiesTest {

    private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired
    private Story story;

    @Autowired
    private CourtesyCopyRepository copies;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("spring.mail.host", () -> "localhost");
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @AfterEach
    void end() {
        story.end();
    }

    private void start(String addresses) {
        String register = Story.sample("H-1", "H-4");
        List<String> lines = register.lines().toList();
        story.begin(lines.get(0) + ",email\n"
                + lines.stream()
                        .skip(1)
                        .map(line -> line + "," + (line.startsWith("H-1,") ? addresses : ""))
                        .reduce((a, b) -> a + "\n" + b)
                        .orElseThrow());
        story.start(Story.offering());
        story.runJobs();
    }

    @Test
    void theCopyGoesOutAfterTheCommitAndSaysThatItIsNoNotice() throws Exception {
        start("vance@example.com");

        assertThat(SERVER.waitForIncomingEmail(30_000, 1)).isTrue();
        MimeMessage copy = SERVER.getReceivedMessages()[0];
        assertThat(copy.getSubject())
                .isEqualTo("Courtesy copy, no notice under Section 11.1: Notice of the determination,"
                        + " OFF-2002-1:H-1:notice");
        assertThat(copy.getFrom()[0]).hasToString("rights@example.com");
        assertThat(copy.getAllRecipients()).hasSize(1);
        assertThat(copy.getAllRecipients()[0]).hasToString("vance@example.com");
        MimeMultipart parts = (MimeMultipart) copy.getContent();
        assertThat(GreenMailUtil.getBody(parts.getBodyPart(0))).contains("THIS E-MAIL IS NO NOTICE");
        assertThat(PdfText.of(parts.getBodyPart(1).getInputStream().readAllBytes()))
                .contains("Leonora Vance");
        assertThat(settled()).extracting(CourtesyCopy::state).containsExactly(State.SENT);
    }

    private List<CourtesyCopy> settled() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            List<CourtesyCopy> all = copies.ofOffering(Story.ID);
            if (!all.isEmpty() && all.stream().allMatch(copy -> copy.settledAt() != null)) {
                return all;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the copies are not settled");
    }

    @Test
    void aFailureIsWrittenDownAndHoldsNothingUp() throws Exception {
        start("no address at all");

        List<CourtesyCopy> settled = settled();
        assertThat(settled).extracting(CourtesyCopy::state).containsExactly(State.FAILED);
        assertThat(settled.get(0).failure()).isNotBlank();
    }
}
