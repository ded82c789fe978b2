package org.registrationrights.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.document.Desk;
import org.registrationrights.transfer.TransferLetters.Joinder;

/** Exhibit A is the operator's own file; without one a sample shows the fields and says that it is none. */
class TransferLettersTest {

    private static final Joinder JOINDER = new Joinder(
            "Tobias Renwick",
            BigInteger.valueOf(150_000),
            LocalDate.parse("2002-02-01"),
            "Larkfield <Holdings> Corp.",
            "1200 Meridian Plaza",
            "New York",
            "New York",
            "10017",
            "(212) 555-0199");

    @Test
    void theSampleIsMarked() {
        assertThat(Desk.read(new TransferLetters(Desk.STATIONERY).joinder(JOINDER)))
                .contains("SAMPLE. NOT FOR USE.")
                .contains("Shares acquired 150,000")
                .contains("Acquired from Tobias Renwick")
                .contains("Dated February 1, 2002")
                .contains("Larkfield <Holdings> Corp.");
    }

    @Test
    void theOperatorsFormIsFilled(@TempDir Path folder) throws IOException {
        Path form = folder.resolve("exhibit-a.html");
        Files.writeString(form, """
                <html lang="en"><head><title>Exhibit A</title></head><body>
                <p>The form of the parties, for <span th:text="${written.count(it.shares())}">1</span> shares of
                <span th:text="${company.name()}">the Company</span> from <span th:text="${it.transferor()}">x</span>,
                by <span th:text="${it.name()}">x</span>, <span th:text="${it.street()}">x</span>.</p>
                </body></html>
                """);

        assertThat(Desk.read(new TransferLetters(Desk.stationery(form)).joinder(JOINDER)))
                .contains("The form of the parties, for 150,000 shares of Sample Company, Inc. from Tobias Renwick, by"
                        + " Larkfield <Holdings> Corp., 1200 Meridian Plaza.")
                .doesNotContain("NOT FOR USE");
    }

    @Test
    void aFormThatCannotBeReadIsRefusedAtTheStart(@TempDir Path folder) {
        Path nowhere = folder.resolve("nowhere.html");
        assertThatThrownBy(() -> Desk.stationery(nowhere))
                .isInstanceOf(Refusal.class)
                .hasMessage("agreement.joinder-form: " + nowhere + " cannot be read");
    }
}
