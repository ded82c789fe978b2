package org.registrationrights.indemnity;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;

/** Whom the two indemnities protect. The lists differ: 3.1 and 3.2 are no mirrors. */
@Implements({Clause.S3_1_A, Clause.S3_2_A})
public enum ClaimantRole {
    HOLDER("A Holder", true, true, false),
    /** A broker or dealer through whom the shares are sold too. */
    UNDERWRITER("An underwriter", true, true, true),
    CONTROLLING_PERSON("A controlling person", true, true, true),
    COMPANY("The Company", false, true, true),
    DIRECTOR("A director of the Company", false, true, true),
    SIGNING_OFFICER("An officer who signed the registration statement", false, true, true),
    /** An officer or director of another Holder, or one who controls it. */
    HOLDER_PERSON("A person of another Holder", false, true, false);

    private final String title;
    private final boolean byCompany;
    private final boolean byHolder;
    private final boolean asIncurredByHolder;

    ClaimantRole(String title, boolean byCompany, boolean byHolder, boolean asIncurredByHolder) {
        this.title = title;
        this.byCompany = byCompany;
        this.byHolder = byHolder;
        this.asIncurredByHolder = asIncurredByHolder;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** @param company whether the Company is asked, and not a Holder */
    boolean isProtected(boolean company) {
        return company ? byCompany : byHolder;
    }

    /** Whether expenses are promised as they are incurred: 3.2 promises that to fewer than it indemnifies. */
    boolean isPaidAsIncurred(boolean company) {
        return company || asIncurredByHolder;
    }

    /** Whether it stands in relation to another party, which has to be named. */
    boolean isOfAnother() {
        return this == CONTROLLING_PERSON || this == HOLDER_PERSON;
    }
}
