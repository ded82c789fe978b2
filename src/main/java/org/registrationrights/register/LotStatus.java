package org.registrationrights.register;

import static org.registrationrights.register.LotDate.*;

import java.util.List;
import org.registrationrights.agreement.Clause;

/** Whether a lot's shares are Registrable Shares on a day, and if not why not: the first that applies (1.7). */
public enum LotStatus {
    NOT_COVERED(Clause.S1_7_I, "neither merger nor warrant shares, nor derived from them"),
    NOT_ISSUED(null, "not issued by then", ISSUED_ON),
    CEASED_Z(Clause.S1_7_Z, "no longer outstanding", CEASED_OUTSTANDING_ON),
    CEASED_W(
            Clause.S1_7_W,
            "disposed of under an effective registration statement",
            EFFECTIVE_ON,
            DISPOSED_UNDER_STATEMENT_ON),
    CEASED_X_SOLD(Clause.S1_7_X1, "distributed to the public under Rule 144", RULE144_DISTRIBUTED_ON),
    CEASED_Y(
            Clause.S1_7_Y,
            "otherwise transferred, certificated anew and free to trade",
            TRANSFERRED_ON,
            NEW_CERTIFICATES_ON,
            FREELY_TRADABLE_ON),
    CEASED_X_ELIGIBLE(
            Clause.S1_7_X2,
            "by counsel's determination distributable under Rule 144 within three months",
            RULE144_ALL_SALEABLE_ON),
    EXCLUDED_A(Clause.S1_7_A, "sold without the rights of Section 2", SOLD_ON, JOINDER_DELIVERED_ON),
    EXCLUDED_B(Clause.S1_7_B, "in escrow", ESCROW_FROM, ESCROW_RELEASED_ON),
    EXCLUDED_C(Clause.S1_7_C, "locked up by an Employment Agreement", LOCKUP_FROM, LOCKUP_ENDS_ON),
    REGISTRABLE(null, "covered, issued and taken out by nothing", LotDate.values());

    private final Clause limb;
    private final String meaning;
    private final List<LotDate> dates;

    LotStatus(Clause limb, String meaning, LotDate... dates) {
        this.limb = limb;
        this.meaning = meaning;
        this.dates = List.of(dates);
    }

    /** The limb of 1.7 that takes such a lot out, or the one that covers it. */
    public Clause clause(ShareLot lot) {
        return limb == null ? lot.source().limb() : limb;
    }

    /** In a few words. */
    public String meaning() {
        return meaning;
    }

    /** The days that it turns on. */
    List<LotDate> dates() {
        return dates;
    }
}
