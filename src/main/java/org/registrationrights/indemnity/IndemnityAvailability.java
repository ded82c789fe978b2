package org.registrationrights.indemnity;

import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;
import org.registrationrights.indemnity.IndemnityClaim.Basis;

/** Whether the Company (3.1) or a Holder (3.2) owes indemnity on a claim. The two are no mirror images. */
public record IndemnityAvailability(IndemnityClaim claim, Decision decision) implements Explained {

    /** Who is asked for indemnity. */
    public enum Indemnitor {
        COMPANY,
        HOLDER
    }

    /** Whose information the statement or omission follows. */
    public enum Supplier {
        CLAIMANT,
        INDEMNITOR,
        NEITHER
    }

    public enum Result {
        COMPANY_INDEMNIFIES,
        HOLDER_INDEMNIFIES,
        NO_INDEMNITY
    }

    /** What stands in the way; where several do, the first. */
    public enum Reason {
        NOT_REGISTERED,
        SETTLED_WITHOUT_CONSENT,
        HOLDER_BREACH,
        CLAIMANT_INFORMATION,
        /** A Holder answers for statements and omissions only. */
        OUTSIDE_3_2,
        NOT_HOLDER_INFORMATION
    }

    /** @param reason why there is no indemnity, or null where there is */
    public record Decision(Result result, Reason reason) {}

    /** All that decides, in yes, no and codes. */
    public record Facts(
            boolean sharesRegistered,
            boolean settled,
            boolean indemnitorConsented,
            boolean consentUnreasonablyWithheld,
            Indemnitor indemnitor,
            boolean claimantBreachCaused,
            Basis basis,
            Supplier infoFrom,
            boolean infoInWritingForUse) {

        public static Facts of(IndemnityClaim claim) {
            return new Facts(
                    claim.sharesRegistered(),
                    claim.settled(),
                    claim.indemnitorConsented(),
                    claim.consentUnreasonablyWithheld(),
                    claim.indemnitor().equals(IndemnityClaim.COMPANY) ? Indemnitor.COMPANY : Indemnitor.HOLDER,
                    claim.claimantBreachCaused(),
                    claim.basis(),
                    supplier(claim),
                    claim.infoInWritingForUse());
        }

        private static Supplier supplier(IndemnityClaim claim) {
            if (claim.claimant().equals(claim.relianceOnInfoFrom())) {
                return Supplier.CLAIMANT;
            }
            return claim.indemnitor().equals(claim.relianceOnInfoFrom()) ? Supplier.INDEMNITOR : Supplier.NEITHER;
        }

        private boolean settledWithoutConsent() {
            return settled && !indemnitorConsented && !consentUnreasonablyWithheld;
        }

        private boolean statementOrOmission() {
            return basis != Basis.VIOLATION_OF_LAW;
        }

        private boolean onWrittenInformationOf(Supplier supplier) {
            return statementOrOmission() && infoFrom == supplier && infoInWritingForUse;
        }
    }

    public static IndemnityAvailability of(IndemnityClaim claim) {
        return new IndemnityAvailability(claim, decide(Facts.of(claim)));
    }

    @Implements({Clause.S3_1_B, Clause.S3_2_B})
    public static Decision decide(Facts facts) {
        if (!facts.sharesRegistered) {
            return none(Reason.NOT_REGISTERED);
        }
        if (facts.settledWithoutConsent()) {
            return none(Reason.SETTLED_WITHOUT_CONSENT);
        }
        return switch (facts.indemnitor) {
            case COMPANY -> byCompany(facts);
            case HOLDER -> byHolder(facts);
        };
    }

    private static Decision byCompany(Facts facts) {
        if (facts.claimantBreachCaused) {
            return none(Reason.HOLDER_BREACH);
        }
        return facts.onWrittenInformationOf(Supplier.CLAIMANT)
                ? none(Reason.CLAIMANT_INFORMATION)
                : new Decision(Result.COMPANY_INDEMNIFIES, null);
    }

    private static Decision byHolder(Facts facts) {
        if (!facts.statementOrOmission()) {
            return none(Reason.OUTSIDE_3_2);
        }
        return facts.onWrittenInformationOf(Supplier.INDEMNITOR)
                ? new Decision(Result.HOLDER_INDEMNIFIES, null)
                : none(Reason.NOT_HOLDER_INFORMATION);
    }

    private static Decision none(Reason reason) {
        return new Decision(Result.NO_INDEMNITY, reason);
    }

    /** Tells all tests that this indemnitor meets, also those after the one that decides. */
    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Facts facts = Facts.of(claim);
        boolean company = facts.indemnitor == Indemnitor.COMPANY;
        Clause indemnity = company ? Clause.S3_1_A : Clause.S3_2_A;
        Explanation explanation = Explanation.withoutPolicies()
                .step(indemnity, "indemnity follows a registration of Registrable Shares")
                .with("indemnitor", claim.indemnitor())
                .with("sharesRegistered", facts.sharesRegistered)
                .gives("registered", facts.sharesRegistered)
                .step(
                        company ? Clause.S3_1_E : Clause.S3_2_E,
                        "a settlement needs the indemnitor's consent, unless that is withheld unreasonably")
                .with("settled", facts.settled)
                .with("indemnitorConsented", facts.indemnitorConsented)
                .with("consentUnreasonablyWithheld", facts.consentUnreasonablyWithheld)
                .gives("settledWithoutConsent", facts.settledWithoutConsent());
        if (company) {
            explanation
                    .step(Clause.S3_1_B, "none for what the claimant's own breach brought about, whatever the basis")
                    .with("claimantBreachCaused", facts.claimantBreachCaused)
                    .gives("holderBreach", facts.claimantBreachCaused)
                    .step(
                            Clause.S3_1_B,
                            "none for a statement or omission that follows the claimant's own written information; "
                                    + "another's does no harm, and a violation of law follows none")
                    .with("basis", facts.basis)
                    .with("infoFrom", facts.infoFrom)
                    .with("infoInWritingForUse", facts.infoInWritingForUse)
                    .gives("claimantInformation", facts.onWrittenInformationOf(Supplier.CLAIMANT));
        } else {
            explanation
                    .step(Clause.S3_2_B, "a Holder answers for statements and omissions, not for violations of law")
                    .with("basis", facts.basis)
                    .gives("statementOrOmission", facts.statementOrOmission())
                    .step(Clause.S3_2_B, "and only for those that follow its own written information")
                    .with("infoFrom", facts.infoFrom)
                    .with("infoInWritingForUse", facts.infoInWritingForUse)
                    .gives("holderInformation", facts.onWrittenInformationOf(Supplier.INDEMNITOR));
        }
        Telling outcome = explanation.step(indemnity, "the first of these that stands in the way decides");
        if (decision.reason != null) {
            outcome.with("reason", decision.reason);
        }
        return outcome.gives("result", decision.result).steps();
    }
}
