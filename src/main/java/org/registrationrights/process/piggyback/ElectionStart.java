package org.registrationrights.process.piggyback;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the instance of an election that is listed, for the first time or again, and tells it what is new. */
@Component
public class ElectionStart {

    private static final int TRIES = 5;

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final LateReviews reviews;
    private final ElectionNames names;
    private final RuntimeService runtime;
    private final Waiting waiting;
    private final TransactionTemplate transaction;

    ElectionStart(
            ElectionRepository elections,
            OfferingRepository offerings,
            LateReviews reviews,
            ElectionNames names,
            RuntimeService runtime,
            Waiting waiting,
            TransactionTemplate transaction) {
        this.elections = elections;
        this.offerings = offerings;
        this.reviews = reviews;
        this.names = names;
        this.runtime = runtime;
        this.waiting = waiting;
        this.transaction = transaction;
    }

    /** Tells a Holder's election that there is news for it; one that the news has reopened begins anew. */
    public void tell(ElectionKey key, String message) {
        for (int i = 1; ; i++) {
            try {
                transaction.executeWithoutResult(status -> tellOnce(key, message));
                return;
            } catch (OptimisticLockingException | ConcurrencyFailureException | UnexpectedRollbackException e) {
                // the instance moved meanwhile; the fact is stored and may be told again
                if (i == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void tellOnce(ElectionKey key, String message) {
        if (elections.find(key).map(HolderElection::state).orElse(null) == State.LISTED) {
            // starting it tells the offering, which is taken before its elections
            offerings.lock(key.offeringId());
        }
        HolderElection election = elections.lock(key);
        if (election.state() == State.LISTED && election.dispatchId() != null) {
            start(election);
            waiting.tellOffering(key.offeringId(), Messages.ELECTION_REOPENED);
        } else if (election.processInstanceId() != null) {
            waiting.tellInstance(election.processInstanceId(), message);
        }
        reviews.bringUpToDate(key);
    }

    /** Tells many, each by itself: one that cannot be told keeps no other waiting. */
    public void tell(String offeringId, Iterable<String> holderIds, String message) {
        RuntimeException failed = null;
        for (String holderId : holderIds) {
            try {
                tell(new ElectionKey(offeringId, holderId), message);
            } catch (RuntimeException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    void start(HolderElection election) {
        ElectionKey key = election.key();
        if (election.processInstanceId() != null) {
            // reopened before the instance that closed it has ended: it ends now
            waiting.tellInstance(election.processInstanceId(), Messages.ELECTION_PHASE_CLOSED);
        }
        // before its instance starts, which may come to the window at once
        elections.awaitsNotice(key);
        Map<String, Object> variables = names.of(key);
        variables.put(Variables.REGISTRABLE_SHARES, election.registrableShares().toString());
        String instance = runtime.startProcessInstanceByKey("holder-election", key.businessKey(), variables)
                .getId();
        elections.started(key, instance);
    }
}
