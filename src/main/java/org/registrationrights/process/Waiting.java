package org.registrationrights.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/**
 * Tells waiting instances that a fact is stored. Nobody waiting is no error: whoever comes to wait looks at the facts
 * first.
 */
@Component
public class Waiting {

    private static final int TRIES = 5;

    private final RuntimeService runtime;

    Waiting(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Tells the instance that leads the offering, or one that it has called. */
    public void tellOffering(String offeringId, String message) {
        tell(offeringId, message);
    }

    /** Tells what waits under a business key. */
    public void tell(String businessKey, String message) {
        tell(businessKey, message, Map.of());
    }

    /** @param variables what it decides on next */
    public void tell(String businessKey, String message, Map<String, Object> variables) {
        for (int i = 1; ; i++) {
            List<Execution> waiting = runtime.createExecutionQuery()
                    .processInstanceBusinessKey(businessKey)
                    .messageEventSubscriptionName(message)
                    .list();
            if (tried(message, waiting, variables, i)) {
                return;
            }
        }
    }

    /**
     * Tells one instance by its id, which spares the search by business key.
     *
     * @return whether it was waiting
     */
    public boolean tellInstance(String processInstanceId, String message) {
        for (int i = 1; ; i++) {
            List<Execution> waiting = runtime.createExecutionQuery()
                    .processInstanceId(processInstanceId)
                    .messageEventSubscriptionName(message)
                    .list();
            if (tried(message, waiting, Map.of(), i)) {
                return !waiting.isEmpty();
            }
        }
    }

    private boolean tried(String message, List<Execution> waiting, Map<String, Object> variables, int attempt) {
        try {
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables));
            return true;
        } catch (OptimisticLockingException e) {
            // the instance moved meanwhile; it may wait again
            if (attempt == TRIES) {
                throw e;
            }
            return false;
        }
    }
}
