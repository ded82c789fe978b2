package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.casefile.CaseChainRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.document.PdfText;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.document.CaseFilePrint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What counsel prints, read back; from a database of its own, as what others have written stays for good. */
@ProcessTest
@TestPropertySource(properties = "test.database=own")
class CaseFilePrintTest {

    @Autowired
    private Story story;

    @Autowired
    private CaseFilePrint print;

    @Autowired
    private CaseNotes notes;

    @Autowired
    private CaseChainRepository chain;

    @Autowired
    private Clock clock;

    @Autowired
    private IdentityService identities;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        identities.clearAuthentication();
        story.end();
    }

    private byte[] print(CaseSubject subject, String of) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        print.print(subject, of, pdf);
        return pdf.toByteArray();
    }

    @Test
    void aCalculationIsPrintedWithItsStepsReadingsAndSeal() throws IOException {
        story.start(Story.offering());
        story.runJobs();
        story.electTwo();
        while (chain.unsealed().count() > 0) {
            chain.seal(clock.instant());
        }

        String text = PdfText.of(
                "case-file", print(CaseSubject.offering(Story.ID).of("H-1"), "Holder H-1 in offering OFF-2002-1"));

        // columns stand beside one another, and so do the lines of an entry
        assertThat(text)
                .contains("Case file of Holder H-1 in offering OFF-2002-1: entries 1 to 7 of 7")
                .contains("Times are those of America/Los_Angeles")
                .contains("Election window computed", "by system", "Page 1 of ")
                .contains("so many days after the day of receipt (dayZero 2002-01-10; days 10): window.")
                .contains("tenthDay 2002-01-20", "Sunday (Gov. Code 6700)", "lastDay: 2002-01-22")
                .contains("delivery.method: PERSONAL", "answer.shares: 300000", "lastDayRoll")
                .contains("sealed up to position " + chain.end().position() + " by "
                        + chain.end().sha256());
        assertThat(text).doesNotContain("Not sealed yet");
    }

    @Test
    void aLongOneIsPrintedInParts() throws IOException {
        String matter = "CLM-" + UUID.randomUUID();
        identities.setAuthenticatedUserId("counsel");
        for (int i = 1; i <= 205; i++) {
            notes.on(CaseSubject.matter(matter), Clause.S3_1_C)
                    .input("names", List.of("Zoë & Søn <Trust>", "Ann"))
                    .happened(Story.instant("2002-01-10T08:45:00-08:00"))
                    .document("DOC-" + i, "0123".repeat(16))
                    .write("Paper number " + i + " received");
        }

        byte[] pdf = print(CaseSubject.matter(matter), "matter " + matter);

        String text = PdfText.of("case-file-in-parts", pdf);
        assertThat(text)
                .contains("part 1 of 2, entries 1 to 200 of 205", "part 2 of 2, entries 201 to 205 of 205")
                .contains("January 10, 2002, 8:45:00 AM", "January 10, 2002, 9:00:00 AM PST", "by counsel")
                .contains("Paper number 1 received", "Paper number 205 received")
                .contains("names: Zoë & Søn <Trust>, Ann", "Document DOC-205, SHA-256");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(10);
        }
    }

    @Test
    void anEmptyOneSaysSo() throws IOException {
        String text =
                PdfText.of(print(CaseSubject.holder("H-1").in("OFF-2002-8"), "Holder H-1 in offering OFF-2002-8"));

        assertThat(text).contains("Nothing is filed");
    }
}
