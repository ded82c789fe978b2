package org.registrationrights.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.dispute.DisputeOutcome.Kind;
import org.registrationrights.dispute.DisputeParty.Side;
import org.registrationrights.indemnity.CostSheet;

/**
 * A dispute that goes to arbitration, from the demand to its costs (11.5). It runs beside every registration (9).
 *
 * @param claimId the claim that it is about (3); null for none
 * @param offeringId the registration that it is about; null for none
 * @param subject what is in dispute
 * @param parties in the order in which odd cents fall
 * @param filing null until the demand is on file
 * @param outcome null while it runs
 * @param finding null until somebody has found who prevails; without an award nobody does
 * @param claimToldAt when its finding was passed on to the claim; null until then, and where it has found nothing
 */
@Implements(Clause.S11_5_A)
public record Dispute(
        String id,
        String claimId,
        String offeringId,
        String subject,
        String relief,
        LocalDate demandedOn,
        String evidence,
        List<DisputeParty> parties,
        ArbitrationFiling filing,
        DisputeOutcome outcome,
        PrevailingFinding finding,
        Instant claimToldAt) {

    /** What its process waits for, or does next. */
    public enum Awaited {
        FILING,
        OUTCOME,
        /** The claim is to be told what the award holds about its indemnity. */
        TELLING,
        FINDING,
        NOTHING
    }

    /** @throws Refusal unless there are two sides, nobody is there twice, and the agreement binds somebody */
    public static Dispute demanded(
            String id,
            String claimId,
            String offeringId,
            String subject,
            String relief,
            LocalDate demandedOn,
            String evidence,
            List<DisputeParty> parties) {
        for (Side side : Side.values()) {
            if (parties.stream().noneMatch(party -> party.side() == side)) {
                throw Refusal.invalid("parties", "has no " + side, Clause.S11_5_A);
            }
        }
        if (parties.stream().map(DisputeParty::id).distinct().count() < parties.size()) {
            throw Refusal.invalid("parties", "names one of them twice", Clause.S11_5_A);
        }
        if (parties.stream().noneMatch(party -> party.kind().isBound())) {
            throw Refusal.invalid(
                    "parties", "must hold the Company or a Holder, between whom the agreement is", Clause.S11_5_A);
        }
        return new Dispute(
                id,
                claimId,
                offeringId,
                subject,
                relief,
                demandedOn,
                evidence,
                List.copyOf(parties),
                null,
                null,
                null,
                null);
    }

    /** @throws Refusal unless the two between whom the claim is stand on opposite sides */
    public void checkBetween(String claimant, String indemnitor) {
        boolean opposed = parties.stream()
                .filter(party -> party.is(claimant))
                .anyMatch(party ->
                        parties.stream().anyMatch(other -> other.is(indemnitor) && other.side() != party.side()));
        if (!opposed) {
            throw Refusal.invalid(
                    "parties",
                    "must have " + claimant + " and " + indemnitor + ", between whom " + claimId
                            + " is, on opposite sides",
                    Clause.S11_5_A);
        }
    }

    public Awaited awaits() {
        if (outcome == null) {
            return filing == null ? Awaited.FILING : Awaited.OUTCOME;
        }
        if (claimId != null && claimToldAt == null && awardFinding() != AwardFinding.NO_FINDING) {
            return Awaited.TELLING;
        }
        return isDecided() ? Awaited.NOTHING : Awaited.FINDING;
    }

    /** Whether the Company demands the arbitration, or one beside it. */
    public boolean isDemandedByCompany() {
        return parties.stream()
                .anyMatch(party -> party.kind() == DisputeParty.Kind.COMPANY && party.side() == Side.CLAIMANT);
    }

    public boolean concerns(DisputeParty.Kind kind) {
        return parties.stream().anyMatch(party -> party.kind() == kind);
    }

    public boolean isAwarded() {
        return outcome != null && outcome.kind() == Kind.AWARD;
    }

    /** Whether it is over and, after an award, found who prevails. */
    public boolean isDecided() {
        return outcome != null && (!isAwarded() || finding != null);
    }

    /** What its end says about the indemnity of its claim. */
    public AwardFinding awardFinding() {
        return outcome.awardFinding() == null ? AwardFinding.NO_FINDING : outcome.awardFinding();
    }

    /** @throws Refusal where it is on file already, or over */
    public void checkFiling(ArbitrationFiling demand) {
        checkRunning();
        if (filing != null) {
            throw Refusal.conflict(
                    "disputeId", id + " is already on file, as JAMS " + filing.jamsNumber(), Clause.S11_5_A);
        }
        notBefore("filedOn", demand.filedOn(), demandedOn, "the demand");
    }

    /** @throws Refusal for a second end, for an award that nobody filed for, and for one that passes over its claim */
    public void checkOutcome(DisputeOutcome end) {
        checkRunning();
        if (end.kind() == Kind.AWARD && filing == null) {
            throw Refusal.conflict("outcome", "there is no award before the demand is on file", Clause.S11_5_A);
        }
        if (end.kind() == Kind.AWARD && (end.awardFinding() == null) != (claimId == null)) {
            throw Refusal.invalid(
                    "awardFinding",
                    claimId == null ? "belongs to a dispute about a claim" : "is required in a dispute about a claim",
                    Clause.S3_3_A);
        }
        notBefore("endedOn", end.endedOn(), demandedOn, "the demand");
        if (filing != null) {
            notBefore("endedOn", end.endedOn(), filing.filedOn(), "the filing");
        }
    }

    /** @throws Refusal without an award, for a second finding, and for one that is no party or leaves no loser */
    @Implements(Clause.S11_6_A)
    public void checkFinding(List<String> prevailing) {
        if (outcome == null) {
            throw Refusal.conflict("disputeId", id + " is not over", Clause.S11_6_A);
        }
        if (!isAwarded()) {
            throw Refusal.conflict(
                    "disputeId", "nobody prevails in " + id + ": it ended without an award", Clause.S11_6_A);
        }
        if (finding != null) {
            throw Refusal.conflict(
                    "disputeId", finding.foundBy() + " has already found who prevails in " + id, Clause.S11_6_A);
        }
        new CostSheet(partyIds(), prevailing.isEmpty() ? null : prevailing, List.of());
    }

    /** @throws Refusal for bills that do not belong to the dispute */
    @Implements({Clause.S11_5_B, Clause.S11_6_A})
    public CostSheet costs(List<CostSheet.Item> items) {
        boolean somebodyPrevails = finding != null && !finding.prevailing().isEmpty();
        return new CostSheet(partyIds(), somebodyPrevails ? finding.prevailing() : null, items);
    }

    public List<String> partyIds() {
        return parties.stream().map(DisputeParty::id).toList();
    }

    private void checkRunning() {
        if (outcome != null) {
            throw Refusal.conflict(
                    "disputeId", id + " is over since " + outcome.endedOn() + ", for good", Clause.S11_5_A);
        }
    }

    private static void notBefore(String field, LocalDate date, LocalDate earliest, String what) {
        if (date.isBefore(earliest)) {
            throw Refusal.invalid(field, date + " is before " + what + ", " + earliest, Clause.S11_5_A);
        }
    }
}
