package org.registrationrights.indemnity;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;

/**
 * A proposal to settle the action (3.1, 3.2), or to accept a judgment by consent.
 *
 * @param parties who is indemnified in the action: each must approve where no unconditional release is given
 * @param consent of the indemnifying party; null until it has answered
 * @param refusalUnreasonable null until counsel has found, and where nothing was refused
 * @param made null until it is known what became of it
 * @param madeByIndemnitor whether the indemnifying party itself made it, alone or with others; null unless it was made
 */
@Implements({Clause.S3_1_E, Clause.S3_1_F, Clause.S3_2_E})
public record SettlementOffer(
        String claimId,
        int number,
        BigInteger cents,
        String terms,
        boolean unconditionalRelease,
        List<String> parties,
        String proposedBy,
        LocalDate proposedOn,
        String evidence,
        List<Approval> approvals,
        Answer consent,
        Boolean refusalUnreasonable,
        String refusalGround,
        Boolean made,
        Boolean madeByIndemnitor,
        LocalDate settledOn,
        String paper) {

    /** @param person who answered, by name */
    public record Answer(boolean given, String person, String ground) {}

    /** @param unreasonable whether the refusal is found to be */
    public record Approval(String party, Boolean approved, String person, String ground, Boolean unreasonable) {

        public Approval {
            party = Refusal.requiredText("party", party, 80, Clause.S3_1_F);
            Refusal.required("approved", approved, Clause.S3_1_F);
            person = Refusal.requiredText("person", person, 200, Clause.S3_1_F);
            ground = Refusal.requiredText("ground", ground, 1000, Clause.S3_1_F);
            unreasonable = unreasonable != null && unreasonable;
            if (approved && unreasonable) {
                throw Refusal.invalid("unreasonable", "is for a refusal", Clause.S3_1_F);
            }
        }

        boolean standsInTheWay() {
            return !approved && !unreasonable;
        }
    }

    public SettlementOffer {
        parties = List.copyOf(parties);
        approvals = List.copyOf(approvals);
    }

    /** One that is new. */
    public static SettlementOffer proposed(
            String claimId,
            int number,
            BigInteger cents,
            String terms,
            boolean unconditionalRelease,
            List<String> parties,
            String proposedBy,
            LocalDate proposedOn,
            String evidence) {
        return new SettlementOffer(
                claimId,
                number,
                cents,
                terms,
                unconditionalRelease,
                parties,
                proposedBy,
                proposedOn,
                evidence,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public boolean consented() {
        return consent != null && consent.given;
    }

    /** One that it makes itself is not made without its consent, whatever it answered, or should have asked, before. */
    boolean hasConsent() {
        return consented() || madeByIndemnitor != null && madeByIndemnitor;
    }

    public boolean refusedUnreasonably() {
        return refusalUnreasonable != null && refusalUnreasonable;
    }

    /** Whether the indemnifying party may consent: each indemnified party is released outright, or none stands in the way. */
    public boolean mayBeConsentedTo() {
        return unconditionalRelease
                || parties.stream()
                        .allMatch(party -> approvals.stream()
                                .anyMatch(answer -> answer.party.equals(party) && !answer.standsInTheWay()));
    }

    /** @throws Refusal unless each indemnified party answers, once */
    public void check(List<Approval> answers) {
        List<String> answering = answers.stream().map(Approval::party).sorted().toList();
        if (!answering.equals(parties.stream().sorted().toList())) {
            throw Refusal.invalid("approvals", "needs one answer of each of " + parties, Clause.S3_1_F);
        }
    }
}
