package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.json;

import java.time.LocalDate;
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
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.process.document.LetterPress;
import org.registrationrights.process.register.AddressChanges;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.HolderAddress;
import org.springframework.beans.factory.annotation.Autowired;

/** The letters that an offering writes: once each, to the address of their day, their words as they were then. */
@ProcessTest
@Verifies({
    Clause.S2_1_B,
    Clause.S2_1_D,
    Clause.S2_3_C,
    Clause.S2_4_A,
    Clause.S8_A,
    Clause.S11_1_A,
    Clause.S11_1_B,
    Clause.S11_1_C
})
class OfferingCorrespondenceTest {

    @Autowired
    private Story story;

    @Autowired
    private DispatchRepository dispatches;

    @Autowired
    private DocumentRepository documents;

    @Autowired
    private LetterPress press;

    @Autowired
    private AddressChanges addresses;

    @BeforeEach
    void begin() {
        story.begin(Story.sample("H-1", "H-4"));
        Map<String, Object> data = Story.offering();
        data.put("companyShares", "0");
        story.start(data);
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void theNoticeIsAddressedOnItsDayAndTypesetOnceWhenItIsWanted() {
        Dispatch notice = dispatches.find("OFF-2002-1:H-1:notice").orElseThrow();
        assertThat(notice.lines()).containsExactly("14 Quarry Lane", "Ventura, California 93001");
        assertThat(notice.addressedOn()).isEqualTo("2002-01-10");
        assertThat(notice.way()).isEqualTo(NoticeMethod.MAIL);
        assertThat(documents.ofOffering(Story.ID)).isEmpty();

        // the address moves before the letter is typeset: the letter does not
        story.now("2002-01-11T09:00:00-08:00");
        List<Dispatch> missent = move("H-1", "2002-01-10");
        assertThat(missent).extracting(Dispatch::id).isEmpty();

        Document document = press.documents(List.of(notice)).get(notice.id());
        assertThat(press.documents(List.of(notice)).get(notice.id())).isEqualTo(document);
        assertThat(PdfText.of("notice-in-process", documents.bytes(notice.id())))
                .contains("January 10, 2002")
                .contains("14 Quarry Lane Ventura, California 93001")
                .contains("Our register shows 600,000 Registrable Shares in your name")
                .contains("L-1 600,000 600,000 Section 1.7(i)")
                .contains("L-2 150,000 – in escrow, Section 1.7(B)")
                .contains("L-3 250,000 – locked up by an Employment Agreement, Section 1.7(C)")
                .doesNotContain("underwriting agreement with the managing underwriter");
        assertThat(events("H-1", "Notice of the determination drawn up")).hasSize(1);
        assertThat(events("H-1", "Notice of the determination typeset")).containsExactly(document.sha256());
    }

    private List<Dispatch> move(String holder, String givenOn) {
        return addresses.change(
                new HolderAddress(
                        holder,
                        "1 New Street",
                        "Reno",
                        "Nevada",
                        "89501",
                        null,
                        null,
                        "Letter of the Holder",
                        LocalDate.parse(givenOn).plusDays(1)),
                LocalDate.parse(givenOn),
                true);
    }

    @Test
    void aNoticeThatIsSentAgainGoesByMailToTheAddressOfThatDay() {
        story.now("2002-01-12T09:00:00-08:00");
        move("H-1", "2002-01-11");
        story.now("2002-01-16T09:00:00-08:00");
        story.runJobs();
        story.complete(
                "Resolve overdue notice", "OFF-2002-1:H-1", "holder-services", Map.of("resolution", "SEND_AGAIN"));

        Dispatch again = dispatches.find("OFF-2002-1:H-1:notice:2").orElseThrow();
        assertThat(again.lines()).containsExactly("1 New Street", "Reno, Nevada 89501");
        assertThat(again.addressedOn()).isEqualTo("2002-01-16");
        assertThat(again.way()).isEqualTo(NoticeMethod.MAIL);
        assertThat(story.election("H-1").dispatchId()).isEqualTo("OFF-2002-1:H-1:notice");
    }

    @Test
    void anAddressThatCountsFromALaterDayIsBetterThanNone() {
        story.begin(Story.sample("H-1", "H-4")
                .replace("2001-06-22,L-8,", "2002-03-01,L-8,")
                .replace("2001-06-22,L-9,", "2002-03-01,L-9,"));
        story.start(Story.offering());
        story.runJobs();

        assertThat(dispatches.find("OFF-2002-1:H-4:notice").orElseThrow().lines())
                .containsExactly("310 Alder Street", "Pasadena, California 91101");
    }

    @Test
    void anAddressThatIsEnteredLateTellsWhichLettersWentElsewhere() {
        story.now("2002-01-16T09:00:00-08:00");
        List<Dispatch> missent = addresses.change(
                new HolderAddress(
                        "H-1",
                        "1 New Street",
                        "Reno",
                        "Nevada",
                        "89501",
                        null,
                        null,
                        "Letter of the Holder",
                        LocalDate.parse("2002-01-09")),
                LocalDate.parse("2002-01-09"),
                null);

        assertThat(missent).extracting(Dispatch::id).containsExactly("OFF-2002-1:H-1:notice");
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().equals("Address of record changed by notice"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.result().get("lettersToTheAddressBefore"))
                        .isEqualTo(List.of("OFF-2002-1:H-1:notice")));
    }

    @Test
    void whoHasNotAnsweredIsRemindedByLetter() {
        story.deliver("H-1", Story.byFax("2002-01-10T08:30:00-08:00"));
        story.now("2002-01-20T09:00:00-08:00");
        story.runJobs();

        assertThat(text("OFF-2002-1:H-1:reminder"))
                .contains("counts as received on Thursday, January 10, 2002")
                .contains("closes at the end of Tuesday, January 22, 2002");
        assertThat(dispatches.find("OFF-2002-1:H-4:reminder")).isEmpty();
    }

    @Test
    void requestingHoldersLearnTheirFiguresAndAreAskedForInformation() {
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
                        "100001",
                        "others",
                        json("[{'id': 'Fund A', 'class': 'SERIES_2A', 'entitledHeld': '160000',"
                                + " 'requested': '100000', 'included': '100000'}]")));
        story.approve();
        // 100,001 x 600,000 / 1,000,000 and 100,001 x 240,000 / 1,000,000
        assertThat(text("OFF-2002-1:H-1:allocation-result:1"))
                .contains("You asked for 300,000 of your Registrable Shares")
                .contains("60,000 of them go in, and 240,000 stay out")
                .contains("100,001 Registrable Shares remain available")
                .contains("Registrable Shares that you held on January 23, 2002")
                .contains("600,000/1,000,000")
                .contains("300,003 / 5")
                .contains("The rule that decided: each request is cut back")
                .contains("rate 100,001/1,000,000 exact, H-1 300,003/5")
                .contains("another seller 160,000 of others 160,000")
                .doesNotContain("Fund A")
                .doesNotContain("H-4")
                .contains("What the products leave over is not dealt out");
        assertThat(text("OFF-2002-1:H-4:allocation-result:1")).contains("24,000 of them go in");

        story.signByCompany();
        assertThat(text("OFF-2002-1:H-1:information-request"))
                .contains("60,000 of your Registrable Shares are to be included")
                .contains("Wednesday, January 30, 2002");
        assertThat(dispatches.ofOffering(Story.ID))
                .extracting(Dispatch::kind)
                .containsExactlyInAnyOrder(
                        DocumentKind.NOTICE,
                        DocumentKind.NOTICE,
                        // H-1 might still ask for more
                        DocumentKind.REMINDER,
                        DocumentKind.ALLOCATION_RESULT,
                        DocumentKind.ALLOCATION_RESULT,
                        DocumentKind.INFORMATION_REQUEST,
                        DocumentKind.INFORMATION_REQUEST);
    }

    @Test
    void aWithdrawalIsToldByLetter() {
        story.withdraw();
        story.runJobs();

        List<Dispatch> told = dispatches.ofOffering(Story.ID).stream()
                .filter(letter -> letter.kind() == DocumentKind.REGISTRATION_DECISION)
                .toList();
        assertThat(told).hasSize(2);
        assertThat(text(told.get(0).id()))
                .contains("Withdrawal of the registration under Section 8")
                .contains("On January 10, 2002 the Company withdrew")
                .contains("a new notice");
    }

    private String text(String dispatchId) {
        Dispatch letter = dispatches.find(dispatchId).orElseThrow();
        press.documents(List.of(letter));
        return PdfText.of(letter.kind().slug(), documents.bytes(dispatchId));
    }

    private List<Object> events(String holder, String event) {
        return story.caseFile().stream()
                .filter(entry ->
                        holder.equals(entry.holderId()) && entry.event().equals(event))
                .<Object>map(entry -> String.join(",", entry.documents().values()))
                .toList();
    }
}
