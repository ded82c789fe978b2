package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * An offering of the Company, from its determination on. The row outlives the process that leads it to the closing.
 *
 * @param managingUnderwriter null unless it is underwritten
 * @param companyShares the shares that the Company sells for its own account
 * @param gate whether Holders had to be notified, or why not
 */
public record Offering(
        String id,
        String name,
        Kind kind,
        boolean underwritten,
        String managingUnderwriter,
        BigInteger companyShares,
        Instant determinedAt,
        OfferingGate.Result gate,
        Phase phase,
        Registration registration) {

    /** What the offering is made for (1.5). */
    public enum Kind {
        PUBLIC_OFFERING,
        BUSINESS_COMBINATION,
        COMPENSATORY_PLAN,
        OTHER
    }

    /** How far it has come. */
    public enum Phase {
        NO_NOTICE_REQUIRED,
        ELECTION,
        ALLOCATION,
        UNDERWRITING_AGREEMENT,
        REGISTRATION,
        FILED,
        EFFECTIVE,
        CLOSED,
        WITHDRAWN;

        /** Whether late evidence can still change what is filed. */
        public boolean isBeforeFiling() {
            return this == ELECTION || this == ALLOCATION || this == UNDERWRITING_AGREEMENT || this == REGISTRATION;
        }
    }

    /**
     * The facts of the registration, each null until it is known (1.6, 4(e), 4(f)).
     *
     * @param companySignature the paper that shows the Company's signature under the underwriting agreement
     * @param suspendedAt since when the Company holds it (8); null while it does not
     */
    public record Registration(
            LocalDate companySignedOn,
            String companySignature,
            String fileNumber,
            LocalDate filedOn,
            String transferAgent,
            String registrar,
            String cusip,
            Instant effectiveAt,
            LocalDate closedOn,
            Instant suspendedAt,
            Instant withdrawnAt) {

        static final Registration NONE =
                new Registration(null, null, null, null, null, null, null, null, null, null, null);

        /** Whether transfer agent, registrar and CUSIP number are all provided. */
        @Implements(Clause.S4_E)
        public boolean appointmentsComplete() {
            return transferAgent != null && registrar != null && cusip != null;
        }
    }

    /** @throws Refusal for a managing underwriter without an underwriting, and for an underwriting without one */
    public static Offering determined(
            String id,
            String name,
            Kind kind,
            boolean underwritten,
            String managingUnderwriter,
            BigInteger companyShares,
            Instant determinedAt,
            OfferingGate.Result gate) {
        if (underwritten && managingUnderwriter == null) {
            throw Refusal.invalid("managingUnderwriter", "is required in an underwritten offering", Clause.S4_F);
        }
        if (!underwritten && managingUnderwriter != null) {
            throw Refusal.invalid(
                    "managingUnderwriter", "must be absent: the offering is not underwritten", Clause.S4_F);
        }
        return new Offering(
                id,
                name,
                kind,
                underwritten,
                managingUnderwriter,
                companyShares,
                determinedAt,
                gate,
                gate == OfferingGate.Result.NOTICE_REQUIRED ? Phase.ELECTION : Phase.NO_NOTICE_REQUIRED,
                Registration.NONE);
    }

    /** As Section 1.5 looks at it. */
    public static PlannedOffering planned(Kind kind, Instant determinedAt) {
        return new PlannedOffering(
                kind == Kind.BUSINESS_COMBINATION,
                kind == Kind.COMPENSATORY_PLAN,
                kind == Kind.PUBLIC_OFFERING,
                determinedAt);
    }

    /** Whether included Holders must sign the underwriting agreement: only where the Company's own shares are in it. */
    @Implements(Clause.S2_2_A)
    public boolean holdersMustSign() {
        return underwritten && companyShares.signum() > 0;
    }
}
