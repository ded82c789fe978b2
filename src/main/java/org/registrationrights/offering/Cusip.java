package org.registrationrights.offering;

import java.util.regex.Pattern;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/** The number that identifies a security issue in the United States; the last of its nine characters is a check digit. */
public final class Cusip {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z*@#]{8}[0-9]");
    private static final String VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*@#";

    private Cusip() {}

    /**
     * The same number; null stays null.
     *
     * @throws Refusal for another length, other characters, or a check digit that does not fit
     */
    public static String checked(String field, String cusip) {
        if (cusip == null) {
            return null;
        }
        if (!FORM.matcher(cusip).matches()) {
            throw Refusal.invalid(field, "'" + cusip + "' is not nine capital letters and digits", Clause.S4_E);
        }
        if (cusip.charAt(8) - '0' != checkDigit(cusip)) {
            throw Refusal.invalid(field, "'" + cusip + "' has a wrong check digit", Clause.S4_E);
        }
        return cusip;
    }

    /** Every second value is doubled; the digits of all are added up. */
    private static int checkDigit(String cusip) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int value = VALUES.indexOf(cusip.charAt(i)) * (i % 2 == 0 ? 1 : 2);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
