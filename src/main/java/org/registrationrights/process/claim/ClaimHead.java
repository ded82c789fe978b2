package org.registrationrights.process.claim;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.ClaimRepository.Counsel;
import org.registrationrights.indemnity.FaultSheet.Proceeds;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** What each form of a claim begins with, in the task alone: nobody else sees the task's own variables. */
@Component
class ClaimHead {

    private static final Map<Reason, String> REASONS = Map.of(
            Reason.NOT_REGISTERED, "the shares were not registered, for the statement never became effective",
            Reason.SETTLED_WITHOUT_CONSENT, "the action was settled without the consent that was due",
            Reason.HOLDER_BREACH, "a breach of the Holder brought the loss about",
            Reason.CLAIMANT_INFORMATION, "the statement follows the claimant's own written information",
            Reason.OUTSIDE_3_2, "a Holder answers for no violation of law",
            Reason.NOT_HOLDER_INFORMATION, "the statement does not follow the Holder's written information");

    private final ClaimRepository claims;
    private final OfferingRepository offerings;
    private final ClaimParties parties;
    private final HolderProceeds proceeds;

    ClaimHead(ClaimRepository claims, OfferingRepository offerings, ClaimParties parties, HolderProceeds proceeds) {
        this.claims = claims;
        this.offerings = offerings;
        this.parties = parties;
        this.proceeds = proceeds;
    }

    Claim show(DelegateTask task) {
        Claim claim = claims.get(task.getExecution().getProcessBusinessKey());
        task.setVariableLocal("claimId", claim.id());
        task.setVariableLocal("claimantName", parties.name(claim.claimant()));
        task.setVariableLocal("indemnitorName", parties.name(claim.indemnitor()));
        task.setVariableLocal("lossText", FormView.text(claim.lossCents()));
        task.setVariableLocal("action", claim.action());
        task.setVariableLocal("servedOn", claim.servedOn().toString());
        task.setVariableLocal(
                "restsOn",
                claim.violation() != null
                        ? claim.violation()
                        : claim.basis().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        task.setVariableLocal("informationFrom", claim.informationFrom() == null ? "none" : claim.informationFrom());
        task.setVariableLocal("reasonText", claim.reason() == null ? "" : REASONS.get(claim.reason()));
        task.setVariableLocal(
                "breachText",
                claim.claimantBreach() ? "The claimant is said to have broken the agreement itself." : "");
        task.setVariableLocal("alert", alert(claim));
        return claim;
    }

    /** The proceeds cap a contribution, and no indemnity by the words; counsel should look at it all the same. */
    private String alert(Claim claim) {
        if (claim.againstCompany()) {
            return "";
        }
        return proceeds.known(offerings.get(claim.offeringId()), claim.indemnitor(), claim.id())
                .map(ClaimHead::net)
                .filter(net -> claim.lossCents().compareTo(net) > 0)
                .map(net -> "The loss is above the " + FormView.text(net)
                        + " cents that the sale brought the Holder; Section 3.2 names no limit.")
                .orElse("");
    }

    private static BigInteger net(Proceeds proceeds) {
        return proceeds.grossCents().subtract(proceeds.discountCents());
    }

    /** Who defends, and why the last one was refused. */
    void showCounsel(DelegateTask task, Claim claim) {
        task.setVariableLocal("counselName", last(claim).map(Counsel::name).orElse(""));
        task.setVariableLocal("proposedBy", last(claim).map(Counsel::proposedBy).orElse(""));
        task.setVariableLocal(
                "lastRefusal",
                claims.counsel(claim.id()).stream()
                        .filter(counsel -> counsel.approved() != null && !counsel.approved())
                        .map(counsel ->
                                counsel.name() + " was refused by " + counsel.decidedBy() + ": " + counsel.ground())
                        .collect(Collectors.joining("; ")));
    }

    private Optional<Counsel> last(Claim claim) {
        return claims.counsel(claim.id()).stream().reduce((first, second) -> second);
    }
}
