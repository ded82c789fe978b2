package org.registrationrights.offering;

import java.time.Instant;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;

/** Whether an offering obliges the Company to notify the Holders (1.5, 2.1, 10), or the first reason why not. */
public enum OfferingGate {
    NOT_A_PUBLIC_OFFERING,
    SERIES_2A_NOT_CLOSED,
    OBLIGATION_TERMINATED,
    NOTICE_REQUIRED;

    /**
     * @param series2aClosedAt counsel's finding of the Series 2-A closing, null while there is none; a determination
     *     at that very instant does not yet follow it
     */
    @Implements({Clause.S2_1_A, Clause.S2_1_B})
    public static OfferingGate decide(
            PlannedOffering offering, Instant series2aClosedAt, AgreementTerms terms, Policies policies) {
        if (!offering.isPublicOffering()) {
            return NOT_A_PUBLIC_OFFERING;
        }
        if (series2aClosedAt == null || !offering.determinedAt().isAfter(series2aClosedAt)) {
            return SERIES_2A_NOT_CLOSED;
        }
        return RegistrationTerm.of(terms, policies).obligationInForce(offering.determinedAt())
                ? NOTICE_REQUIRED
                : OBLIGATION_TERMINATED;
    }
}
