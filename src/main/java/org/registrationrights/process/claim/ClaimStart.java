package org.registrationrights.process.claim;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.indemnity.Claim;
import org.registrationrights.indemnity.ClaimRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the instance of a claim. */
@Component
public class ClaimStart {

    private final RuntimeService runtime;
    private final ClaimRepository claims;

    ClaimStart(RuntimeService runtime, ClaimRepository claims) {
        this.runtime = runtime;
        this.claims = claims;
    }

    /**
     * The engine checks that the user may, and the first step the data.
     *
     * @param claimId null where one is to be assigned
     * @param variables the start data, as the engine's own start takes it
     */
    @Transactional
    public Claim start(String claimId, Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey("indemnification-claim", claimId, variables);
        return claims.get(instance.getBusinessKey());
    }
}
