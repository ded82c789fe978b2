package org.registrationrights.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.registrationrights.amendment.AmendmentLetters.ConsentRequest;
import org.registrationrights.document.Desk;

class AmendmentLettersTest {

    private final AmendmentLetters letters = new AmendmentLetters(Desk.STATIONERY);

    @Test
    void theRequestTellsTheWordsAndTheArithmetic() {
        String request = Desk.read(letters.consentRequest(
                Desk.heading("AMD-2002-1:H-1:consent-request"),
                new ConsentRequest(
                        "H-1",
                        "AMD-2002-1",
                        "Late answer of H-3",
                        true,
                        "Section 2.1",
                        "The Company may take the answer of 23 January 2002 as given in time.",
                        LocalDate.parse("2002-02-01"),
                        51,
                        BigInteger.valueOf(2_090_000),
                        BigInteger.valueOf(1_065_900),
                        BigInteger.valueOf(600_000),
                        LocalDate.parse("2002-01-31"))));
        assertThat(request)
                .contains("a waiver of the observance of the agreement")
                .contains("The Company may take the answer of 23 January 2002 as given in time.")
                .contains("Holders of 51 percent of the Registrable Shares outstanding")
                .contains("Today 2,090,000 are outstanding")
                .contains("at least 1,065,900 would be enough; 600,000 of them are yours")
                .contains("silence is no consent")
                .contains("Thursday, January 31, 2002, a day that the Company has chosen")
                .contains("Written consent of a Holder");
    }
}
