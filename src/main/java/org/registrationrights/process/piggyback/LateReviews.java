package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** The instances that have a person decide on what a Holder's window does not settle. */
@Component
@Implements(Clause.S2_1_F)
class LateReviews {

    private final LateCommunicationRepository late;
    private final ElectionEvidence evidence;
    private final ElectionNames names;
    private final RuntimeService runtime;
    private final Waiting waiting;
    private final CaseNotes caseFile;
    private final Clock clock;

    LateReviews(
            LateCommunicationRepository late,
            ElectionEvidence evidence,
            ElectionNames names,
            RuntimeService runtime,
            Waiting waiting,
            CaseNotes caseFile,
            Clock clock) {
        this.late = late;
        this.evidence = evidence;
        this.names = names;
        this.runtime = runtime;
        this.waiting = waiting;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    /** Begins those that are due, and ends those of which later evidence has left nothing to decide. */
    void bringUpToDate(ElectionKey key) {
        for (LateCommunication communication : late.of(key)) {
            if (communication.isOpen() && evidence.hasSettled(communication)) {
                end(communication);
            } else if (communication.isOpen() && communication.processInstanceId() == null) {
                start(communication);
            }
        }
    }

    /** Ends all of an offering that was withdrawn. */
    @Implements(Clause.S8_A)
    void endAll(String offeringId) {
        late.ofOffering(offeringId).stream().filter(LateCommunication::isOpen).forEach(this::end);
    }

    /** Notes that nobody has to decide any more. */
    void settle(long communicationId) {
        LateCommunication communication = late.get(communicationId);
        late.settled(communicationId, clock.instant());
        caseFile.on(communication.election(), Clause.S2_1_F)
                .input("communicationId", Communication.name(communicationId))
                .input("kind", communication.kind())
                .write("Nothing left to decide on the communication");
    }

    private void start(LateCommunication communication) {
        Map<String, Object> variables = names.of(communication.election());
        variables.put(Variables.COMMUNICATION_ID, Communication.name(communication.communicationId()));
        late.started(
                communication.communicationId(),
                runtime.startProcessInstanceByKey("late-communication", communication.businessKey(), variables)
                        .getId());
    }

    private void end(LateCommunication communication) {
        String instance = communication.processInstanceId();
        if (instance == null || !waiting.tellInstance(instance, Messages.COMMUNICATION_SETTLED)) {
            // not begun yet, or an operator has deleted it
            settle(communication.communicationId());
        }
    }
}
