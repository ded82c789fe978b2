package org.registrationrights.process.piggyback;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the main process for our own resources; the engine checks that the user may, and the first step the data. */
@Component
public class OfferingStart {

    private final RuntimeService runtime;
    private final OfferingRepository offerings;

    OfferingStart(RuntimeService runtime, OfferingRepository offerings) {
        this.runtime = runtime;
        this.offerings = offerings;
    }

    /**
     * @param offeringId null where one is to be assigned
     * @param variables the start data, as the engine's own start takes it
     */
    @Transactional
    public Offering start(String offeringId, Map<String, Object> variables) {
        ProcessInstance instance = runtime.startProcessInstanceByKey("piggyback-registration", offeringId, variables);
        return offerings.get(instance.getBusinessKey());
    }
}
