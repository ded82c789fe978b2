package org.registrationrights.indemnity;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;

/** Whom the two indemnities protect. The lists differ: 3.1 and 3.2 are no mirrors. */
@Implements({Clause.S3_1_A, Clause.S3_2_A})
public enum ClaimantRole {
    HOLDER(true, true, false),
    /** A broker or dealer through whom the shares are sold too. */
    UNDERWRITER(true, true, true),
    CONTROLLING_PERSON(true, true, true),
    COMPANY(false, true, true),
    DIRECTOR(false, true, true),
    SIGNING_OFFICER(false, true, true),
    /** An officer or director of another Holder, or one who controls it. */
    HOLDER_PERSON(false, true, false);

    private final boolean byCompany;
    private final boolean byHolder;
    private final boolean asIncurredByHolder;

    ClaimantRole(boolean byCompany, boolean byHolder, boolean asIncurredByHolder) {
        this.byCompany = byCompany;
        this.byHolder = byHolder;
        this.asIncurredByHolder = asIncurredByHolder;
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
