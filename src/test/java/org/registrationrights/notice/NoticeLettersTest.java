package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.document.Desk;
import org.registrationrights.notice.NoticeLetters.Determination;
import org.registrationrights.notice.NoticeLetters.Lot;
import org.registrationrights.notice.NoticeLetters.OfferingInBrief;
import org.registrationrights.notice.NoticeLetters.Reminder;

@Verifies({Clause.S2_1_B, Clause.S2_1_D, Clause.S11_1_B})
class NoticeLettersTest {

    private static final OfferingInBrief OFFERING = new OfferingInBrief(
            "OFF-2002-7",
            "Spring offering",
            LocalDate.parse("2002-01-10"),
            "Example Securities",
            BigInteger.valueOf(2_000_000));

    private static final AgreementTerms TERMS = AgreementTerms.asSigned(Desk.AGREEMENT);

    private final NoticeLetters letters = new NoticeLetters(Desk.STATIONERY);

    @Test
    void theNoticeTellsTheHoldersOwnCountAndHowAndByWhenToAnswer() {
        assertThat(notice(Policies.DEFAULTS))
                .contains("Sample Company, Inc. 100 Example Street")
                .contains("January 10, 2002 By first-class mail, postage prepaid, registered or certified")
                .contains("Zoë Břízová-Škoda & Søn <Trust> 14 Quarry Lane Ventura, California 93001")
                .contains("Notice under Section 2.1 of a determination to effect a Public Offering")
                .contains("Our reference: OFF-2002-7:H-1:notice")
                .contains("the managing underwriter is Example Securities")
                .contains("2,000,000 shares for its own account")
                .contains("Our register shows 600,000 Registrable Shares in your name (Section 1.7)")
                .contains("L-1 600,000 600,000 Section 1.7(i)")
                .contains("L-2 150,000 – in escrow, Section 1.7(B)")
                .contains("given in writing within 10 days after you receive this letter")
                .contains("The date cannot be printed here")
                .contains("by hand or by courier against receipt: the day on which it is handed over")
                .contains("by facsimile: the day on which its receipt is confirmed")
                .contains("the third business day after we mailed it (Section 11.1)")
                .contains("or when it is proven to have arrived if that is later")
                .contains("A last day that is a Sunday or a holiday of California moves to the next business day")
                .contains("A business day is one from Monday to Friday that is no federal holiday")
                .contains("An e-mail, an ordinary letter or a telephone call is none of these")
                .contains("Copy to Sample Counsel LLP")
                .contains("Facsimile (805) 555-0100")
                .contains("you enter into the underwriting agreement")
                .contains("Answer of the Holder")
                .contains("Page 1 of ");
    }

    @Test
    void theNoticeTellsHowTheAgreementIsRead() {
        assertThat(notice(Policies.DEFAULTS.with(Map.of(
                        "noticeMailReceipt",
                        "ACTUAL_ONLY",
                        "electionMailGiven",
                        "DISPATCH",
                        "lastDayRoll",
                        "NONE",
                        "businessDay",
                        "CIVIL_CODE_9"))))
                .contains("A mailed notice counts as received when it is proven to have arrived")
                .contains("A mailed answer is given on the day of mailing")
                .contains("closes the window, whatever day it is")
                .contains("Saturdays count");
    }

    private String notice(Policies policies) {
        return Desk.read(letters.determination(
                Desk.heading("OFF-2002-7:H-1:notice"),
                new Determination(
                        "H-1",
                        OFFERING,
                        BigInteger.valueOf(600_000),
                        LocalDate.parse("2002-01-10"),
                        List.of(
                                new Lot("L-1", BigInteger.valueOf(600_000), true, "Section 1.7(i)"),
                                new Lot("L-2", BigInteger.valueOf(150_000), false, "in escrow, Section 1.7(B)")),
                        true,
                        TERMS,
                        policies)));
    }

    @Test
    void theReminderNamesTheLastDayAndMovesNothing() {
        String reminder = Desk.read(letters.reminder(
                Desk.heading("OFF-2002-7:H-1:reminder"),
                new Reminder(
                        OFFERING,
                        LocalDate.parse("2002-01-10"),
                        LocalDate.parse("2002-01-22"),
                        BigInteger.valueOf(600_000),
                        null,
                        TERMS,
                        Policies.DEFAULTS)));
        assertThat(reminder)
                .contains("counts as received on Thursday, January 10, 2002")
                .contains("closes at the end of Tuesday, January 22, 2002, Los Angeles time")
                .contains("We have no answer of yours that counts")
                .contains("it neither opens a window nor moves one");
    }
}
