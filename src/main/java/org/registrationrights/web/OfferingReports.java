package org.registrationrights.web;

import java.util.function.Supplier;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.piggyback.Intake;
import org.springframework.stereotype.Component;

/** Takes in what is reported of an offering: stored first, with the sender's receipt id, and told after the commit. */
@Component
class OfferingReports {

    private final OfferingRepository offerings;
    private final Intake intake;

    OfferingReports(OfferingRepository offerings, Intake intake) {
        this.offerings = offerings;
        this.intake = intake;
    }

    /** @param resource under the offering, such as {@code closings} */
    <T> T take(
            String receiptId,
            String offeringId,
            String resource,
            Object request,
            Class<T> answerType,
            Supplier<T> store,
            Runnable tell) {
        offerings.get(offeringId);
        return intake.take(receiptId, "offerings/" + offeringId + "/" + resource, request, answerType, store, tell);
    }

    void take(String receiptId, String offeringId, String resource, Object request, Runnable store, Runnable tell) {
        offerings.get(offeringId);
        intake.record(receiptId, "offerings/" + offeringId + "/" + resource, request, store, tell);
    }
}
