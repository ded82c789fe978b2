package org.registrationrights.suspension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.document.Desk;
import org.registrationrights.suspension.SuspensionLetters.CorrectedProspectus;
import org.registrationrights.suspension.SuspensionLetters.StopSelling;

class SuspensionLettersTest {

    private final SuspensionLetters letters = new SuspensionLetters(Desk.STATIONERY);

    @Test
    void theStopBeginsWithReceiptAndSaysSo() {
        String stop = Desk.read(letters.stopSelling(
                Desk.heading("EVT-2002-1:H-1:suspension-notice"),
                new StopSelling(
                        "EVT-2002-1",
                        "OFF-2002-7",
                        "Spring offering",
                        "333-00001",
                        LocalDate.parse("2002-03-01"),
                        null,
                        true)));
        assertThat(stop)
                .contains("STOP SELLING. Notice under Section 4(c): EVT-2002-1, Spring offering (OFF-2002-7)")
                .contains("file number 333-00001")
                .contains("On March 1, 2002 the Company found")
                .contains("From the moment at which you receive this notice, you must not dispose")
                .contains("when you yourself have received copies of the prospectus that corrects")
                .contains("except for permanent file copies")
                .doesNotContain("What it is about");
    }

    @Test
    void theCorrectedProspectusEndsTheStopUnlessAnotherEventIsOpen() {
        assertThat(corrected(List.of()))
                .contains("Supplement no. 1, dated March 11, 2002")
                .contains("EVT-2002-1, EVT-2002-2")
                .contains("From your own receipt of these copies you may again dispose");
        assertThat(corrected(List.of("EVT-2002-3")))
                .contains("You must still not dispose")
                .contains("EVT-2002-3")
                .doesNotContain("you may again dispose");
    }

    private String corrected(List<String> stillOpen) {
        return Desk.read(letters.correctedProspectus(
                Desk.heading("EVT-2002-1:H-1:corrected-prospectus"),
                new CorrectedProspectus(
                        "OFF-2002-7",
                        "Spring offering",
                        "Supplement no. 1",
                        LocalDate.parse("2002-03-11"),
                        2,
                        List.of("EVT-2002-1", "EVT-2002-2"),
                        stillOpen)));
    }
}
