package org.registrationrights.process.claim;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.SettlementOffer;
import org.registrationrights.process.FormView;
import org.springframework.stereotype.Component;

/** Shows the proposal, and what was answered to it so far. */
@Component
class ShowSettlementListener implements TaskListener {

    private final ClaimHead head;
    private final Settlements settlements;

    ShowSettlementListener(ClaimHead head, Settlements settlements) {
        this.head = head;
        this.settlements = settlements;
    }

    @Override
    public void notify(DelegateTask task) {
        // an answer is what is said now, not what an earlier task brought along
        task.getExecution().removeVariables(List.of(Variables.SETTLEMENT_MADE));
        Claim claim = head.show(task);
        SettlementOffer offer = settlements.pending(claim.id());
        task.setVariableLocal("number", offer.number());
        task.setVariableLocal("amountText", FormView.text(offer.cents()));
        task.setVariableLocal("terms", offer.terms());
        task.setVariableLocal("proposedBy", offer.proposedBy());
        task.setVariableLocal("partiesText", String.join(", ", offer.parties()));
        task.setVariableLocal(
                "releaseText",
                offer.unconditionalRelease() ? "with an unconditional release" : "without an unconditional release");
        task.setVariableLocal("approvalsText", approvals(offer));
        task.setVariableLocal(
                "refusalText", offer.consent() == null ? "" : offer.consent().ground());
        task.setVariableLocal("consentText", consent(offer));
    }

    private static String approvals(SettlementOffer offer) {
        return offer.approvals().stream()
                .map(answer -> answer.party() + (answer.approved() ? " approves" : " refuses") + ": " + answer.ground()
                        + (answer.unreasonable() ? " (found unreasonable)" : ""))
                .collect(Collectors.joining("; "));
    }

    private static String consent(SettlementOffer offer) {
        if (offer.consent() == null) {
            return "";
        }
        if (offer.consented()) {
            return "Consented to by " + offer.consent().person() + ".";
        }
        return "Consent refused by " + offer.consent().person()
                + (offer.refusedUnreasonably() ? ", which was found unreasonable." : ", which stands.");
    }
}
