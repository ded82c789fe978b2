package org.registrationrights.process.dispute;

import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.DisputeLetters;
import org.registrationrights.dispute.DisputeLetters.ArbitrationDemand;
import org.registrationrights.dispute.DisputeParty;
import org.registrationrights.dispute.DisputeParty.Kind;
import org.registrationrights.dispute.DisputeParty.Side;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.document.Correspondence;
import org.springframework.stereotype.Component;

/** The Company's demand to each Holder against whom it is made (11.5); others' addresses are not in the register. */
@Component
@Implements(Clause.S11_5_A)
class DisputeCorrespondence {

    private final DisputeRepository disputes;
    private final OfferingRepository offerings;
    private final DisputeLetters letters;
    private final Correspondence correspondence;

    DisputeCorrespondence(
            DisputeRepository disputes,
            OfferingRepository offerings,
            DisputeLetters letters,
            Correspondence correspondence) {
        this.disputes = disputes;
        this.offerings = offerings;
        this.letters = letters;
        this.correspondence = correspondence;
    }

    void demand(String disputeId) {
        Dispute dispute = disputes.get(disputeId);
        dispute.parties().stream()
                .filter(party -> party.side() == Side.RESPONDENT && party.kind() == Kind.HOLDER)
                .forEach(holder -> demand(dispute, holder));
    }

    private void demand(Dispute dispute, DisputeParty holder) {
        String offeringId = dispute.offeringId();
        List<String> others = dispute.parties().stream()
                .filter(party -> party != holder)
                .map(DisputeParty::name)
                .toList();
        ArbitrationDemand demand = new ArbitrationDemand(
                dispute.id(),
                dispute.claimId(),
                offeringId == null ? null : offerings.get(offeringId).name(),
                dispute.demandedOn(),
                dispute.subject(),
                dispute.relief(),
                others);
        correspondence.write(
                dispute.id() + ":" + holder.id() + ":demand",
                CaseSubject.matter(dispute.id()),
                holder.id(),
                DocumentKind.ARBITRATION_DEMAND,
                heading -> letters.demand(heading, demand));
    }
}
