package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.Kind;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Who may let in what a Holder's window does not settle, and what was decided (2.1, 11.3). */
@Component
@Implements(Clause.S2_1_F)
class LateDecisions {

    private enum Decision {
        LET_IN,
        LEAVE_OUT
    }

    private final LateCommunicationRepository late;
    private final AllocationRepository allocations;
    private final OfferingRepository offerings;
    private final ElectionEvidence evidence;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    LateDecisions(
            LateCommunicationRepository late,
            AllocationRepository allocations,
            OfferingRepository offerings,
            ElectionEvidence evidence,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.late = late;
        this.allocations = allocations;
        this.offerings = offerings;
        this.evidence = evidence;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** The communication that the instance is about. */
    LateCommunication of(DelegateExecution execution) {
        String businessKey = execution.getProcessBusinessKey();
        return late.get(
                Communication.id(Variables.COMMUNICATION_ID, businessKey.substring(businessKey.lastIndexOf(':') + 1)));
    }

    /** Where it is settled that no limit dilutes the others, a late answer is the Company's own affair. */
    boolean companyMayDecide(LateCommunication communication) {
        return communication.kind() == Kind.LATE_ANSWER
                && isBeforeFiling(communication)
                && allocations
                        .find(communication.election().offeringId())
                        .map(round -> round.imposedBy() == null)
                        .orElse(false);
    }

    String sentence(LateCommunication communication) {
        return switch (communication.kind()) {
            case LATE_ANSWER -> "An answer was given after the last day of the window.";
            case UNLISTED_WAY -> "An answer came in a way to which Section 11.1 gives no day.";
            case AFTER_FILING -> "Evidence came after the filing that would have changed the answer or the window.";
        };
    }

    /** @throws Refusal for a decision without its ground, and for letting in what that takes more for */
    void decide(DelegateExecution execution, Input input) {
        LateCommunication communication = of(execution);
        // the filing comes before the decision or after it
        offerings.lock(communication.election().offeringId());
        boolean letIn = input.requiredChoice("decision", Decision.class) == Decision.LET_IN;
        String ground = input.requiredText("ground", 1000);
        if (letIn) {
            checkLetIn(communication);
        }
        late.decided(communication.communicationId(), letIn, ground, user.id(), clock.instant());
        execution.setVariable(Variables.COMMUNICATION_LET_IN, letIn);
        input.remove(List.of("decision", "ground"));
        caseFile.on(communication.election(), Clause.S2_1_F)
                .input("communicationId", Communication.name(communication.communicationId()))
                .input("kind", communication.kind())
                .input("ground", ground)
                .result("letIn", letIn)
                .write(letIn ? "Late communication let in" : "Late communication left without effect");
    }

    private void checkLetIn(LateCommunication communication) {
        if (!isBeforeFiling(communication)) {
            throw Refusal.conflict("decision", "the statement is filed; nothing is let in any more", Clause.S2_1_E);
        }
        if (evidence.hasSettled(communication)) {
            throw Refusal.conflict(
                    "decision",
                    Communication.name(communication.communicationId())
                            + " is superseded or counts by itself: nothing is left to decide",
                    Clause.S11_1_A);
        }
        if (communication.kind() == Kind.LATE_ANSWER
                && !companyMayDecide(communication)
                && !evidence.asksForNoMore(communication)) {
            throw Refusal.conflict(
                    "decision",
                    "unless it is settled that no limit is imposed, a late answer that asks for more takes a waiver by"
                            + " the Company and Holders of 51 %",
                    Clause.S11_3_A);
        }
    }

    private boolean isBeforeFiling(LateCommunication communication) {
        return offerings.get(communication.election().offeringId()).phase().isBeforeFiling();
    }
}
