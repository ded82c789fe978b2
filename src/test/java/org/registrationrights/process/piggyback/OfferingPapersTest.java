package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.json;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.document.Document;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.DocumentRepository;
import org.registrationrights.document.PdfText;
import org.springframework.beans.factory.annotation.Autowired;

/** The papers that an offering leaves on the desk, read back from the page. */
@ProcessTest
@Verifies({Clause.S1_7_W, Clause.S2_2_A, Clause.S2_3_C, Clause.S2_4_A})
class OfferingPapersTest {

    @Autowired
    private Story story;

    @Autowired
    private DocumentRepository documents;

    @BeforeEach
    void begin() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void areDrawnUpOnceAtTheirStepsWithTheirHashesInTheCaseFile() {
        story.electTwo();
        story.complete(
                "Decide on limitation",
                "underwriter",
                Map.of(
                        "limitationImposed",
                        true,
                        "imposedBy",
                        "MANAGING_UNDERWRITER",
                        "marketConditions",
                        true,
                        "availableShares",
                        "400000",
                        "others",
                        json("[{'id': 'Fund A', 'class': 'SERIES_2A', 'entitledHeld': '160000',"
                                + " 'requested': '100000', 'included': '100000'}]")));
        assertThat(documents.ofOffering(Story.ID)).isEmpty();

        story.approve();
        assertThat(text(DocumentKind.ALLOCATION_SHEET))
                .contains("Allocation sheet")
                .contains("OFF-2002-1:allocation-sheet:1")
                .contains(
                        "imposed by the managing underwriter, for market conditions; 400,000 Registrable Shares remain")
                .contains("Entered by underwriter Approved by counsel")
                .contains("January 23, 2002")
                // 400,000 x 600,000 / 1,000,000
                .contains("H-1 Leonora Vance 600,000 300,000 300,000 600,000/1,000,000 240,000 285,714 240,000 60,000")
                .contains(
                        "H-4 Orrin Family Trust 240,000 240,000 240,000 240,000/1,000,000 96,000 114,286 96,000 144,000")
                .contains("Together 840,000 540,000 540,000 400,000 336,000 204,000")
                .contains("64,000 of the shares that remain available are allocated to nobody")
                .contains("Fund A Series 2-A securities, exempt 160,000 100,000 100,000 yes yes")
                .contains("denominator 1,000,000")
                .contains(
                        "The Ownership Percentage is taken of the Registrable Shares that a Holder holds (Section 1.3).")
                .contains("Page 1 of 3");

        story.signByCompany();
        assertThat(text(DocumentKind.HOLDER_SCHEDULE))
                .contains("with Example Securities")
                .contains("Signature, name and title")
                .contains("1 H-1 Leonora Vance 240,000 14 Quarry Lane, Ventura, California 93001")
                .contains("All Holders together 336,000");

        story.complete("Record signatures of Holders", "holder-services", Map.of("signatures", json("""
                [{'holderId': 'H-1', 'signedOn': '2002-01-23', 'evidence': 'page 2'},
                 {'holderId': 'H-4', 'signedOn': '2002-01-23', 'evidence': 'page 3'}]""")));
        story.furnish();
        story.file();
        assertThat(text(DocumentKind.SELLING_HOLDER_TABLE))
                .contains("registration statement 333-00001, filed on January 23, 2002")
                .contains("H-1 Name of H-1 600,000 240,000 360,000 None Holder")
                .contains("Together 336,000");

        story.appoint();
        story.effective();
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-01-23", "finalClosing", true, "sales", json("""
                [{'holderId': 'H-1', 'shares': '240000', 'soldOn': '2002-01-23'},
                 {'holderId': 'H-4', 'shares': '96000', 'soldOn': '2002-01-23'}]""")));
        assertThat(text(DocumentKind.TRANSFER_INSTRUCTION))
                .contains("Sample Company, Inc.")
                .contains("Example Transfer")
                .contains("CUSIP number 037833100")
                .contains("Please register the transfer of the shares listed below")
                .contains("H-1 Leonora Vance L-1.1 240,000 January 23, 2002")
                .contains("H-4 Orrin Family Trust L-9.1 96,000 January 23, 2002")
                .contains("Together 336,000");

        List<Document> all = documents.ofOffering(Story.ID);
        assertThat(all)
                .hasSize(4)
                .allSatisfy(document -> assertThat(story.caseFile())
                        .filteredOn(entry -> entry.documents().containsKey(document.id()))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.documents()).containsValue(document.sha256())));
    }

    @Test
    void thereAreNoneWhereNoHolderIsIncluded() {
        story.elections()
                .forEach(
                        election -> story.deliver(election.key().holderId(), Story.byFax("2002-01-10T08:30:00-08:00")));
        story.now("2002-01-23T09:00:00-08:00");
        story.runJobs();
        story.signByCompany();
        story.file();

        assertThat(documents.ofOffering(Story.ID)).isEmpty();
    }

    private String text(DocumentKind kind) {
        Document document = documents.latest(Story.ID, kind).orElseThrow();
        return PdfText.of(kind.slug(), documents.bytes(document.id()));
    }
}
