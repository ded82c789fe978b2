package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.NewHolderRepository;
import org.registrationrights.offering.NewHolderRepository.NewHolder;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Gives new Holders notice and ten days of their own, but for those whom counsel passes over on a ground. */
@Component
@Implements({Clause.S1_2_A, Clause.S2_1_B})
class DecideOnNewHoldersListener extends CompletedForm {

    private record PassedOver(String holderId, String ground) {}

    private final NewHolderRepository newHolders;
    private final ElectionRepository elections;
    private final AllocationRepository allocations;
    private final OfferingRepository offerings;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    DecideOnNewHoldersListener(
            NewHolderRepository newHolders,
            ElectionRepository elections,
            AllocationRepository allocations,
            OfferingRepository offerings,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.newHolders = newHolders;
        this.elections = elections;
        this.allocations = allocations;
        this.offerings = offerings;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String offeringId = Variables.offeringId(execution);
        List<NewHolder> undecided = newHolders.undecided(offeringId);
        Map<String, String> grounds =
                grounds(input.listOrNone("passedOver", PassedOver.class, "everyoneIsNotified"), undecided);
        boolean anyNotified = false;
        for (NewHolder found : undecided) {
            String ground = grounds.get(found.holderId());
            newHolders.decided(offeringId, found.holderId(), ground, user.id(), clock.instant());
            if (ground == null) {
                elections.list(new ElectionKey(offeringId, found.holderId()), found.registrableShares());
                anyNotified = true;
            }
        }
        if (anyNotified) {
            allocations.overtake(offeringId);
            offerings.enter(offeringId, Phase.ELECTION);
            execution.setVariable(Variables.STATEMENT_FILED, false);
        }
        execution.setVariable(Variables.GOES_ON_WITHOUT_NOTICE, !anyNotified);
        input.remove(List.of("passedOver", "everyoneIsNotified"));
        caseFile.on(offeringId, Clause.S2_1_B)
                .input("newHolders", undecided)
                .result("passedOver", grounds)
                .write("Decided on notice to new Holders");
    }

    private static Map<String, String> grounds(List<PassedOver> lines, List<NewHolder> undecided) {
        Map<String, String> grounds = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            PassedOver line = lines.get(i);
            String path = "passedOver[" + i + "].";
            String holderId = Refusal.required(path + "holderId", line.holderId, Clause.S2_1_B);
            if (undecided.stream().noneMatch(found -> found.holderId().equals(holderId))) {
                throw Refusal.unknown(path + "holderId", holderId + " is no new Holder of this offering");
            }
            String ground = Refusal.required(path + "ground", line.ground, Clause.S2_1_B);
            if (ground.length() > 1000) {
                throw Refusal.invalid(path + "ground", "has more than 1000 characters");
            }
            if (grounds.put(holderId, ground) != null) {
                throw Refusal.invalid(path + "holderId", holderId + " is there twice");
            }
        }
        return grounds;
    }
}
