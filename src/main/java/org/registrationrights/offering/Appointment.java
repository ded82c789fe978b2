package org.registrationrights.offering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * One of the three that the registered shares need not later than the effective date (4(e)).
 *
 * @param appointee who or, of the CUSIP number, which
 * @param providedOn the day since which it is provided
 */
public record Appointment(Kind kind, String appointee, LocalDate providedOn) {

    public enum Kind {
        TRANSFER_AGENT,
        REGISTRAR,
        CUSIP
    }

    private static final int LONGEST_NAME = 200;

    /**
     * Those that are given, each null or blank where it is not settled yet.
     *
     * @throws Refusal where none is given, and for a CUSIP number that is none
     */
    @Implements(Clause.S4_E)
    public static List<Appointment> of(String transferAgent, String registrar, String cusip, LocalDate providedOn) {
        List<Appointment> given = new ArrayList<>();
        add(given, Kind.TRANSFER_AGENT, text("transferAgent", transferAgent), providedOn);
        add(given, Kind.REGISTRAR, text("registrar", registrar), providedOn);
        add(given, Kind.CUSIP, Cusip.checked("cusip", text("cusip", cusip)), providedOn);
        if (given.isEmpty()) {
            throw Refusal.invalid(
                    "transferAgent", "is required, or registrar or cusip: enter what is settled", Clause.S4_E);
        }
        return given;
    }

    private static String text(String field, String text) {
        return Checks.optionalText(field, text, LONGEST_NAME, Clause.S4_E);
    }

    private static void add(List<Appointment> given, Kind kind, String appointee, LocalDate providedOn) {
        if (appointee != null) {
            given.add(new Appointment(kind, appointee, providedOn));
        }
    }
}
