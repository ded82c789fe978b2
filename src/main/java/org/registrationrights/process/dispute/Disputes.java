package org.registrationrights.process.dispute;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.dispute.ArbitrationFiling;
import org.registrationrights.dispute.AwardFinding;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.Dispute.Awaited;
import org.registrationrights.dispute.DisputeOutcome;
import org.registrationrights.dispute.DisputeParty;
import org.registrationrights.dispute.DisputeParty.Kind;
import org.registrationrights.dispute.DisputeParty.Side;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.dispute.PrevailingFinding;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Lines;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disputes from the demand to the finding who prevails (11.4, 11.5, 11.6). Entries stand under the dispute alone, which
 * counsel and finance may read, and not under an offering or a Holder. No registration asks here (9).
 */
@Component
@Transactional
@Implements(Clause.S9_A)
public class Disputes {

    /**
     * A party as it is entered.
     *
     * @param party {@code COMPANY}, {@code UNDERWRITER}, a Holder's id, or an id for another
     * @param name of another; null for the Company, an underwriter and a Holder, whose names are known
     * @param submission the paper by which an underwriter or another submits to the arbitration
     */
    public record PartyLine(String party, Side side, String name, String submission) {}

    private static final Pattern ID = Pattern.compile("DSP-\\d{4}-[1-9]\\d{0,8}");

    private final DisputeRepository disputes;
    private final ClaimRepository claims;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final Waiting waiting;
    private final Agreement agreement;
    private final Deadlines deadlines;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Disputes(
            DisputeRepository disputes,
            ClaimRepository claims,
            OfferingRepository offerings,
            RegisterRepository register,
            Waiting waiting,
            Agreement agreement,
            Deadlines deadlines,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.disputes = disputes;
        this.claims = claims;
        this.offerings = offerings;
        this.register = register;
        this.waiting = waiting;
        this.agreement = agreement;
        this.deadlines = deadlines;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param businessKey the dispute's id; null where one is to be assigned
     * @param demandedOn null for today
     * @throws Refusal for one who is not bound to the arbitration, and for a claim that is between others, is in
     *     arbitration, was decided or given up
     */
    @Implements(Clause.S11_5_A)
    Dispute record(
            String businessKey,
            String claimId,
            String offeringId,
            String subject,
            String relief,
            LocalDate demandedOn,
            String evidence,
            List<PartyLine> parties) {
        LocalDate demanded = demandedOn == null ? dates.today() : dates.notInFuture(Variables.DEMANDED_ON, demandedOn);
        dates.notBefore(Variables.DEMANDED_ON, demanded, agreement.date(), "the agreement");
        Claim claim = claimId == null ? null : claims.lock(claimId);
        String concerned = claim == null ? offeringId(offeringId) : offeringOf(claim, offeringId);
        Dispute dispute = Dispute.demanded(
                id(businessKey, demanded),
                claimId,
                concerned,
                subject,
                relief,
                demanded,
                evidence,
                parties(parties, concerned));
        if (claim != null) {
            checkMayBeDecided(claim);
            dispute.checkBetween(claim.claimant(), claim.indemnitor());
        }
        disputes.insert(dispute, clock.instant(), user.id());
        note(dispute, Clause.S11_5_A)
                .input("claimId", claimId)
                .input("offeringId", concerned)
                .input("subject", subject)
                .input("relief", relief)
                .input("demandedOn", demanded)
                .input("evidence", evidence)
                .input("parties", dispute.parties())
                .write("Arbitration demanded");
        return dispute;
    }

    private String id(String businessKey, LocalDate demandedOn) {
        if (businessKey == null) {
            String id;
            do {
                id = "DSP-" + demandedOn.getYear() + "-" + disputes.drawNumber(clock.instant());
            } while (disputes.exists(id));
            return id;
        }
        if (!ID.matcher(businessKey).matches()) {
            throw Refusal.invalid("businessKey", "'" + businessKey + "' is not of the form DSP-2027-1");
        }
        return businessKey;
    }

    private void checkMayBeDecided(Claim claim) {
        if (claim.state() == Claim.State.CLOSED) {
            throw Refusal.conflict(Variables.CLAIM_ID, claim.id() + " was given up", Clause.S11_5_A);
        }
        for (Dispute before : disputes.ofClaim(claim.id())) {
            if (before.outcome() == null
                    || before.awardFinding() != AwardFinding.NO_FINDING && !isSettledSince(claim, before.outcome())) {
                throw Refusal.conflict(
                        Variables.CLAIM_ID,
                        before.outcome() == null
                                ? claim.id() + " is in arbitration already, in " + before.id()
                                : claim.id() + " was decided by the award in " + before.id() + ", which is final",
                        Clause.S11_5_A);
            }
        }
    }

    /** An award says nothing on a settlement that came later, nor on whether that might be refused (11.5). */
    private static boolean isSettledSince(Claim claim, DisputeOutcome award) {
        return claim.reason() == Reason.SETTLED_WITHOUT_CONSENT
                && award.awardFinding() == AwardFinding.INDEMNITY_AVAILABLE
                && !award.endedOn().isAfter(claim.outcome().on());
    }

    private String offeringId(String given) {
        return given == null ? null : offerings.get(given).id();
    }

    private static String offeringOf(Claim claim, String given) {
        if (given != null && !given.equals(claim.offeringId())) {
            throw Refusal.invalid(
                    Variables.OFFERING_ID, claim.id() + " concerns " + claim.offeringId(), Clause.S11_5_A);
        }
        return claim.offeringId();
    }

    private List<DisputeParty> parties(List<PartyLine> lines, String offeringId) {
        List<DisputeParty> parties = new ArrayList<>();
        Lines.each(Variables.PARTIES, lines, Clause.S11_5_A, line -> parties.add(party(line, offeringId)));
        return parties;
    }

    private DisputeParty party(PartyLine line, String offeringId) {
        String id = Refusal.requiredText("party", line.party(), 80, Clause.S11_5_A);
        if (id.equals(DisputeParty.COMPANY)) {
            return known(line, Kind.COMPANY, agreement.company().name());
        }
        if (id.equals(DisputeParty.UNDERWRITER)) {
            return known(line, Kind.UNDERWRITER, managingUnderwriter(offeringId));
        }
        return register.holders().stream()
                .filter(holder -> holder.id().equals(id))
                .findFirst()
                .map(holder -> known(line, Kind.HOLDER, holder.name()))
                .orElseGet(() -> other(line));
    }

    private String managingUnderwriter(String offeringId) {
        String name = offeringId == null ? null : offerings.get(offeringId).managingUnderwriter();
        if (name == null) {
            throw Refusal.invalid(
                    "party", "is an underwriter, and the dispute is about no underwritten offering", Clause.S11_5_A);
        }
        return name;
    }

    private static DisputeParty known(PartyLine line, Kind kind, String name) {
        if (line.name() != null) {
            throw Refusal.invalid("name", "is known of " + line.party(), Clause.S11_5_A);
        }
        return new DisputeParty(line.party(), kind, line.side(), name, line.submission());
    }

    private static DisputeParty other(PartyLine line) {
        if (line.name() == null) {
            throw Refusal.unknown(
                    "party", line.party() + " is neither the Company nor a Holder nor the underwriter: name another");
        }
        return new DisputeParty(line.party(), Kind.OTHER, line.side(), line.name(), line.submission());
    }

    /** The demand is on file with JAMS. */
    @Implements({Clause.S11_4_A, Clause.S11_5_A})
    public void file(String disputeId, ArbitrationFiling filing) {
        Dispute dispute = disputes.lock(disputeId);
        dates.notInFuture("filedOn", filing.filedOn());
        dispute.checkFiling(filing);
        disputes.filed(disputeId, filing, user.id());
        note(dispute, Clause.S11_5_A).input("filing", filing).write("Demand on file with JAMS");
    }

    /** An award is rendered, or the dispute ends without one. */
    @Implements(Clause.S11_5_A)
    public void end(String disputeId, DisputeOutcome outcome) {
        Dispute dispute = disputes.lock(disputeId);
        dates.notInFuture("endedOn", outcome.endedOn());
        dispute.checkOutcome(outcome);
        disputes.ended(disputeId, outcome, clock.instant(), user.id());
        note(dispute, outcome.awardFinding() == null ? Clause.S11_5_A : Clause.S3_3_A)
                .input("outcome", outcome)
                .write(
                        switch (outcome.kind()) {
                            case AWARD -> "Award rendered";
                            case SETTLED -> "Dispute settled";
                            case WITHDRAWN -> "Demand for arbitration withdrawn";
                        });
    }

    /** @param prevailing ids of parties; empty where nobody prevails */
    @Implements(Clause.S11_6_A)
    public void find(String disputeId, List<String> prevailing, String ground) {
        Dispute dispute = disputes.lock(disputeId);
        dispute.checkFinding(prevailing);
        disputes.found(disputeId, new PrevailingFinding(prevailing, ground, user.id(), clock.instant()));
        note(dispute, Clause.S11_6_A)
                .input("prevailing", prevailing)
                .input("ground", ground)
                .write(prevailing.isEmpty() ? "Nobody found to prevail" : "Prevailing party found");
    }

    /** What the dispute waits for; what is stored from now on finds the instance waiting that asks here. */
    Awaited awaits(String disputeId) {
        return disputes.lock(disputeId).awaits();
    }

    /** Passes on to the claim how its arbitration ended. A claim that does not wait looks at the award when it comes to. */
    @Implements({Clause.S11_5_A, Clause.S3_3_A})
    void tellClaim(String disputeId) {
        Dispute dispute = disputes.lock(disputeId);
        // a claim that is about to wait holds its row, and has read that there is no award
        claims.lock(dispute.claimId());
        disputes.claimTold(disputeId, clock.instant());
        waiting.tell(
                dispute.claimId(),
                Messages.AWARD_RENDERED,
                Map.of(Variables.AWARD_FINDING, dispute.awardFinding().name()));
        note(dispute, Clause.S3_3_A)
                .input("claimId", dispute.claimId())
                .result("awardFinding", dispute.awardFinding())
                .write("Claim told how its arbitration ended");
    }

    /** The last second of the day by which the demand should be on file with JAMS. */
    Instant filingDueAt(Dispute dispute) {
        return agreement
                .endOf(dispute.demandedOn().plus(deadlines.arbitrationFiling()))
                .minusSeconds(1);
    }

    private CaseNotes.Note note(Dispute dispute, Clause clause) {
        return caseFile.on(CaseSubject.matter(dispute.id()), clause);
    }
}
