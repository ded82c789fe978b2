package org.registrationrights.dispute;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * The demand as it is on file with JAMS (11.5).
 *
 * @param jamsNumber the number under which JAMS administers it
 * @param procedure other procedures that the parties have agreed to, by their paper; null for the rules of JAMS
 */
@Implements({Clause.S11_4_A, Clause.S11_5_A})
public record ArbitrationFiling(String jamsNumber, LocalDate filedOn, String seat, String procedure) {

    private static final String LOS_ANGELES = "Los Angeles";
    private static final Set<String> NAMES =
            Set.of("los angeles", "los angeles, ca", "los angeles, california", "los angeles county, california");

    /** @throws Refusal for what is missing, and for another seat than Los Angeles, whatever the parties' rules say */
    public ArbitrationFiling {
        jamsNumber = Refusal.requiredText("jamsNumber", jamsNumber, 40, Clause.S11_5_A);
        Refusal.required("filedOn", filedOn, Clause.S11_5_A);
        seat = Refusal.requiredText("seat", seat, 80, Clause.S11_4_A);
        if (!NAMES.contains(seat.toLowerCase(Locale.ROOT))) {
            throw Refusal.invalid(
                    "seat", "'" + seat + "' is not Los Angeles, where alone a dispute is conducted", Clause.S11_4_A);
        }
        seat = LOS_ANGELES;
        if (procedure != null) {
            procedure = Refusal.requiredText("procedure", procedure, 500, Clause.S11_5_A);
        }
    }
}
