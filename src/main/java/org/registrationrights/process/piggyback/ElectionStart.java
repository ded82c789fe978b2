package org.registrationrights.process.piggyback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the instance of an election that is listed, for the first time or again. */
@Component
public class ElectionStart {

    private final ElectionRepository elections;
    private final LateCommunicationRepository late;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final RuntimeService runtime;
    private final Waiting waiting;

    ElectionStart(
            ElectionRepository elections,
            LateCommunicationRepository late,
            OfferingRepository offerings,
            RegisterRepository register,
            RuntimeService runtime,
            Waiting waiting) {
        this.elections = elections;
        this.late = late;
        this.offerings = offerings;
        this.register = register;
        this.runtime = runtime;
        this.waiting = waiting;
    }

    /** Tells a Holder's election that there is news for it; one that the news has reopened begins anew. */
    @Transactional
    public void tell(ElectionKey key, String message) {
        HolderElection election = elections.lock(key);
        if (election.state() == State.LISTED && election.dispatchId() != null) {
            start(election);
            waiting.tellOffering(key.offeringId(), Messages.ELECTION_REOPENED);
        } else if (election.processInstanceId() != null) {
            waiting.tellInstance(election.processInstanceId(), message);
        }
        startReviews(key);
    }

    /** Has a person decide on each communication that the Holder's window does not settle. */
    void startReviews(ElectionKey key) {
        List<LateCommunication> open = late.of(key).stream()
                .filter(communication -> communication.processInstanceId() == null)
                .toList();
        for (LateCommunication communication : open) {
            Map<String, Object> variables = new HashMap<>(variables(key));
            variables.put(Variables.COMMUNICATION_ID, communication.communicationId());
            late.started(
                    communication.communicationId(),
                    runtime.startProcessInstanceByKey("late-communication", communication.businessKey(), variables)
                            .getId());
        }
    }

    void start(HolderElection election) {
        ElectionKey key = election.key();
        elections.starting(key);
        Map<String, Object> variables = new HashMap<>(variables(key));
        variables.put(Variables.REGISTRABLE_SHARES, election.registrableShares().toString());
        String instance = runtime.startProcessInstanceByKey("holder-election", key.businessKey(), variables)
                .getId();
        elections.started(key, instance);
    }

    private Map<String, Object> variables(ElectionKey key) {
        return Map.of(
                Variables.OFFERING_ID, key.offeringId(),
                Variables.OFFERING_NAME, offerings.get(key.offeringId()).name(),
                Variables.HOLDER_ID, key.holderId(),
                Variables.HOLDER_NAME, register.holder(key.holderId()).name());
    }
}
