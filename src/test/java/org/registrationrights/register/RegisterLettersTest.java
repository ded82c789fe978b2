package org.registrationrights.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.document.Desk;
import org.registrationrights.register.TransferInstruction.Action;
import org.registrationrights.register.TransferInstruction.Line;

@Verifies(Clause.S1_7_W)
class RegisterLettersTest {

    private static final LocalDate FIRST = LocalDate.parse("2002-02-05");
    private static final LocalDate LAST = LocalDate.parse("2002-08-03");

    private final RegisterLetters letters = new RegisterLetters(Desk.STATIONERY);

    @Test
    void whatWasSoldIsTransferred() {
        assertThat(instruction(Action.TRANSFER, null))
                .contains("Re: Transfer of shares sold under the registration statement")
                .contains("CUSIP number 037833100")
                .contains("On this it rests.")
                .contains("Please register the transfer of the shares listed below to their purchasers")
                .contains("Shares Sold on")
                .contains("H-1 Leonora Vance L-1.1 150,000 February 5, 2002")
                .contains("H-2 Tobias Renwick L-4.2 112,500 February 5, 2002")
                .contains("Together 262,500")
                .doesNotContain("Until");
    }

    @Test
    void aStopNamesItsFirstAndItsLastDay() {
        assertThat(instruction(Action.STOP, LAST))
                .contains("Re: Stop on transfers during the stand-off (Section 7)")
                .contains("Please register no transfer")
                .contains("From Until")
                .contains("150,000 February 5, 2002 August 3, 2002");
    }

    @Test
    void aStopIsLifted() {
        assertThat(instruction(Action.LIFT, null))
                .contains("Re: End of a stop on transfers (Section 7)")
                .contains("Please remove, from the days shown on, the stop");
    }

    private String instruction(Action action, LocalDate until) {
        return Desk.read(letters.instruction(
                Desk.heading("OFF-2002-7:transfer-instruction:1"),
                new TransferInstruction(
                        action,
                        "On this it rests.",
                        "037833100",
                        List.of(
                                new Line("H-1", "Leonora Vance", "L-1.1", BigInteger.valueOf(150_000), FIRST, until),
                                new Line(
                                        "H-2",
                                        "Tobias Renwick",
                                        "L-4.2",
                                        BigInteger.valueOf(112_500),
                                        FIRST,
                                        until)))));
    }
}
