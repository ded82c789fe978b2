package org.registrationrights.process.suspension;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.registrationrights.process.Messages;
import org.registrationrights.suspension.Correction;
import org.springframework.stereotype.Component;

/** Stores the supplement or amendment, and tells the other events that it corrects. */
@Component
class CorrectProspectusListener extends CompletedForm {

    private static final BigInteger MOST_COPIES = BigInteger.valueOf(1_000_000);

    private final Suspensions suspensions;
    private final SuspensionStart start;

    CorrectProspectusListener(Suspensions suspensions, SuspensionStart start) {
        this.suspensions = suspensions;
        this.start = start;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        String eventId = Variables.eventId(execution);
        Correction correction = new Correction(
                eventId,
                input.requiredChoice("kind", Correction.Kind.class),
                input.requiredText("document", 500),
                input.requiredDate("madeOn"),
                copies(input.count("copies")),
                null);
        String also = input.text("alsoCorrects", 1000);
        List<String> others = also == null ? List.of() : Arrays.asList(also.split("[,\\s]+"));
        suspensions.correct(correction, others);
        start.tellOthers(eventId, Messages.PROSPECTUS_CORRECTED);
        input.remove(List.of("kind", "document", "madeOn", "copies", "alsoCorrects"));
    }

    private static Integer copies(BigInteger count) {
        return count == null ? null : count.min(MOST_COPIES).intValueExact();
    }
}
