package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.RegistrationDecisionRepository;
import org.registrationrights.offering.RegistrationDecisionRepository.Decision;
import org.registrationrights.offering.RegistrationDecisionRepository.Notice;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** The notices by which Holders are told what the Company decided about a registration (8, 11.1). */
@Component
@Implements({Clause.S8_A, Clause.S11_1_A})
class HolderNotices {

    private final RegistrationDecisionRepository decisions;
    private final OfferingCorrespondence letters;
    private final Dates dates;
    private final CaseNotes caseFile;

    HolderNotices(
            RegistrationDecisionRepository decisions, OfferingCorrespondence letters, Dates dates, CaseNotes caseFile) {
        this.decisions = decisions;
        this.letters = letters;
        this.dates = dates;
        this.caseFile = caseFile;
    }

    /** The decision that the instance is about. */
    Decision decision(DelegateExecution execution) {
        String[] parts = execution.getProcessBusinessKey().split(":N-");
        return decisions.get(parts[0], Integer.parseInt(parts[1]));
    }

    /** @return whether there is anybody to tell */
    boolean drawUp(Decision decision) {
        int notices = decisions.drawUpNotices(decision);
        caseFile.on(decision.offeringId(), Clause.S8_A)
                .input("decision", decision.kind())
                .result("notices", notices)
                .write("Notices of the decision drawn up");
        letters.decided(decision, decisions.notices(decision));
        return notices > 0;
    }

    List<Notice> of(Decision decision) {
        return decisions.notices(decision);
    }

    void sent(Decision decision, Input input) {
        LocalDate sentOn = dates.notInFuture("sentOn", input.requiredDate("sentOn"));
        dates.notBefore("sentOn", sentOn, dates.day(decision.decidedAt()), "the decision");
        String evidence = input.requiredText("evidence", 500);
        decisions.sent(decision, sentOn, evidence);
        input.remove(List.of("sentOn", "evidence"));
        caseFile.on(decision.offeringId(), Clause.S8_A)
                .input("decision", decision.kind())
                .input("sentOn", sentOn)
                .input("evidence", evidence)
                .write("Holders told of the decision");
    }
}
