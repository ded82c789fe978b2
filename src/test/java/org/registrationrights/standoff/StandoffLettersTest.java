package org.registrationrights.standoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.registrationrights.document.Desk;
import org.registrationrights.standoff.StandoffLetters.Request;

class StandoffLettersTest {

    private final StandoffLetters letters = new StandoffLetters(Desk.STATIONERY);

    @Test
    void theRequestNamesWhoAsksAndTheDays() {
        assertThat(request(true, LocalDate.parse("2002-02-04")))
                .contains("The managing underwriter, Example Securities, asks you, and every other Holder")
                .contains("for no more than 180 days")
                .contains("runs from Tuesday, February 5, 2002")
                .contains("to the end of Saturday, August 3, 2002")
                .contains("any securities of the Company")
                .contains("a gift to a donee who agrees to be bound in the same way")
                .contains("instructed its transfer agent");
    }

    @Test
    void beforeEffectivenessThereAreNoDaysYet() {
        assertThat(request(false, null))
                .contains("Pat Doe, an executive officer of the Company, asks")
                .contains("The statement is not effective yet")
                .contains("that the Company sends you")
                .doesNotContain("instructed its transfer agent");
    }

    private String request(boolean byUnderwriter, LocalDate effectiveOn) {
        boolean effective = effectiveOn != null;
        return Desk.read(letters.request(
                Desk.heading("STO-2002-1:H-1:standoff-request"),
                new Request(
                        "STO-2002-1",
                        "OFF-2002-7",
                        "Spring offering",
                        byUnderwriter,
                        byUnderwriter ? "Example Securities" : "Pat Doe",
                        180,
                        180,
                        effectiveOn,
                        effective ? effectiveOn.plusDays(1) : null,
                        effective ? effectiveOn.plusDays(180) : null,
                        byUnderwriter)));
    }
}
