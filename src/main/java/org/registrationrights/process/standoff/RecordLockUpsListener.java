package org.registrationrights.process.standoff;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.notice.Delivery;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.standoff.LockUps.RequestDelivery;
import org.registrationrights.standoff.Lockup;
import org.springframework.stereotype.Component;

/** Stores the evidence of delivery and the lock-ups that the form lists. */
@Component
class RecordLockUpsListener extends CompletedForm {

    /** A delivery as a line of a list, in which no field lies deeper. */
    private record Line(
            String holderId,
            String method,
            Instant receivedAt,
            Instant sentAt,
            Instant confirmedAt,
            Instant mailedAt,
            Delivery.Service service,
            Instant actualReceiptAt) {

        RequestDelivery delivery() {
            return new RequestDelivery(
                    holderId,
                    new Delivery(
                            method,
                            receivedAt,
                            sentAt,
                            confirmedAt,
                            mailedAt,
                            service,
                            null,
                            null,
                            null,
                            actualReceiptAt));
        }
    }

    private final LockUps lockUps;

    RecordLockUpsListener(LockUps lockUps) {
        this.lockUps = lockUps;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String standoffId = Variables.standoffId(execution);
        List<RequestDelivery> deliveries = input.listOrNone("deliveries", Line.class, "noDeliveries").stream()
                .map(Line::delivery)
                .toList();
        List<Lockup> lockups = input.listOrNone("lockups", Lockup.class, "noLockups");
        if (!deliveries.isEmpty()) {
            lockUps.recordDeliveries(standoffId, deliveries);
        }
        if (!lockups.isEmpty()) {
            lockUps.recordLockups(standoffId, lockups);
        }
        input.remove(List.of("deliveries", "noDeliveries", "lockups", "noLockups"));
    }
}
