package org.registrationrights.process.claim;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores what counsel found. */
@Component
class FindOnClaimListener extends CompletedForm {

    private final Claims claims;

    FindOnClaimListener(Claims claims) {
        this.claims = claims;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        claims.find(
                Variables.claimId(execution),
                input.ticked("claimantBreachCaused"),
                input.ticked("madeInReliance"),
                input.ticked("infoInWritingForUse"),
                input.text("foundInformationFrom", 80),
                input.count("prejudiceCents"),
                input.requiredText(Variables.GROUND, 1000));
        input.remove(List.of(
                "claimantBreachCaused",
                "madeInReliance",
                "infoInWritingForUse",
                "foundInformationFrom",
                "prejudiceCents",
                Variables.GROUND));
    }
}
