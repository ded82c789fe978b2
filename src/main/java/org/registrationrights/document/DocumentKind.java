package org.registrationrights.document;

import java.util.Locale;
import org.registrationrights.agreement.Clause;

/** What is drawn up, each by a template of its name. */
public enum DocumentKind {
    /** Its dispatch id is older than the other kinds and speaks of the notice alone. */
    NOTICE("Notice of the determination", Clause.S2_1_B),
    REMINDER("Reminder of the end of the window", Clause.S2_1_D),
    ALLOCATION_RESULT("Result of the allocation", Clause.S2_3_C),
    INFORMATION_REQUEST("Request for information", Clause.S2_4_A),
    REGISTRATION_DECISION("Notice of a decision about the registration", Clause.S8_A),
    SUSPENSION_NOTICE("Notice to stop selling", Clause.S4_C),
    CORRECTED_PROSPECTUS("Transmittal of the corrected prospectus", Clause.S2_6_B),
    STANDOFF_REQUEST("Request to observe the stand-off", Clause.S7_A),
    CLAIM_NOTICE("Notice of a claim", Clause.S3_2_C),
    CLAIM_DEMAND("Demand under an indemnity", Clause.S3_2_A),
    ARBITRATION_DEMAND("Demand for arbitration", Clause.S11_5_A),
    CONSENT_REQUEST("Request for consent", Clause.S11_3_A),
    JOINDER("Form of joinder", Clause.EXA_A),
    ALLOCATION_SHEET("Allocation sheet", Clause.S2_3_C),
    HOLDER_SCHEDULE("Schedule of selling Holders", Clause.S2_2_A),
    SELLING_HOLDER_TABLE("Table of selling Holders", Clause.S2_4_A),
    TRANSFER_INSTRUCTION("Instruction to the transfer agent", Clause.S4_E),
    /** A print of what stands in the database; no clause asks for it. */
    CASE_FILE("Case file", null);

    private final String title;
    private final Clause clause;

    DocumentKind(String title, Clause clause) {
        this.title = title;
        this.clause = clause;
    }

    public String title() {
        return title;
    }

    public Clause clause() {
        return clause;
    }

    /** As it stands in ids and names of templates: {@code allocation-sheet}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
