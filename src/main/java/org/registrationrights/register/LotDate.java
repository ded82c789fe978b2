package org.registrationrights.register;

import java.util.Arrays;
import java.util.Locale;

/**
 * What can happen to a share lot, each on a recorded day (1.7). Days that outside papers fix, such as an escrow's
 * release or a lock-up's end, are entered and never computed.
 */
public enum LotDate {
    /** The shares were issued; an unexercised warrant has no such day (i, ii, iii). */
    ISSUED_ON,
    ESCROW_FROM,
    /** The first day out of escrow (B). */
    ESCROW_RELEASED_ON,
    LOCKUP_FROM,
    /** The first day free of the Employment Agreement's restriction (C). */
    LOCKUP_ENDS_ON,
    /** Sold to this holder (A). */
    SOLD_ON,
    /** The Company received the joinder of this holder for these shares (A, 6). */
    JOINDER_DELIVERED_ON,
    /** A registration statement for these shares became effective (w). */
    EFFECTIVE_ON,
    DISPOSED_UNDER_STATEMENT_ON,
    RULE144_DISTRIBUTED_ON,
    /** Counsel determined that Rule 144 lets all the holder's shares go within three months (x); never taken back. */
    RULE144_ALL_SALEABLE_ON,
    /** A transfer other than those of w and x (y). */
    TRANSFERRED_ON,
    NEW_CERTIFICATES_ON,
    /** From here on a disposition needs no registration or qualification (y). */
    FREELY_TRADABLE_ON,
    /** Cancelled, redeemed or exchanged (z). */
    CEASED_OUTSTANDING_ON;

    private final String key;

    LotDate() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        key = words[0]
                + String.join(
                        "",
                        Arrays.stream(words).skip(1).map(LotDate::capitalized).toList());
    }

    /** The name in JSON and CSV, such as {@code issuedOn}. */
    public String key() {
        return key;
    }

    /** The name of the table's column, such as {@code issued_on}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
