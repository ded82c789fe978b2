package org.registrationrights.process.piggyback;

import java.util.HashMap;
import java.util.Map;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;

/** Which offering and whom an instance is about, by id and as people read it. */
@Component
class ElectionNames {

    private final OfferingRepository offerings;
    private final RegisterRepository register;

    ElectionNames(OfferingRepository offerings, RegisterRepository register) {
        this.offerings = offerings;
        this.register = register;
    }

    /** As variables, to which more may be added. */
    Map<String, Object> of(ElectionKey key) {
        return new HashMap<>(Map.of(
                Variables.OFFERING_ID, key.offeringId(),
                Variables.OFFERING_NAME, offerings.get(key.offeringId()).name(),
                Variables.HOLDER_ID, key.holderId(),
                Variables.HOLDER_NAME, register.holder(key.holderId()).name()));
    }
}
