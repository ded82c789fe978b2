package org.registrationrights.process.request;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequestRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.springframework.stereotype.Component;

/** Begins a request's process for our own resources, and ends it from outside. */
@Component
public class RequestProcess {

    private final RuntimeService runtime;
    private final HolderRequestRepository rows;
    private final HolderRequests requests;
    private final Waiting waiting;

    RequestProcess(RuntimeService runtime, HolderRequestRepository rows, HolderRequests requests, Waiting waiting) {
        this.runtime = runtime;
        this.rows = rows;
        this.requests = requests;
        this.waiting = waiting;
    }

    /**
     * The engine checks that the user may, and the first step the data.
     *
     * @param requestId null where one is to be assigned
     * @param variables the start data, as the engine's own start takes it
     */
    public HolderRequest start(String requestId, Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey("holder-request", requestId, variables);
        return rows.get(instance.getBusinessKey());
    }

    /** Tells the requests of a withdrawn offering that have lost their object with it; the others stay open. */
    @Implements(Clause.S8_A)
    public void tellWithdrawal(String offeringId) {
        for (HolderRequest request : rows.ofOffering(offeringId)) {
            if (request.endsWithWithdrawal()
                    && !waiting.tellInstance(request.processInstanceId(), Messages.REGISTRATION_WITHDRAWN)) {
                // an operator has deleted the instance
                requests.markMoot(request.id());
            }
        }
    }
}
