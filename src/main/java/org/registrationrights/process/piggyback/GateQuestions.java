package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Kind;
import org.registrationrights.offering.OfferingGate;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** What the start data of an offering mean for the question whether Holders must be notified (1.5, 2.1, 10). */
@Component
class GateQuestions {

    private final Agreement agreement;
    private final Clock clock;

    GateQuestions(Agreement agreement, Clock clock) {
        this.agreement = agreement;
        this.clock = clock;
    }

    /** @throws Refusal for start data from which they cannot be answered */
    OfferingGate answer(Input input) {
        Kind kind = input.requiredChoice("offeringKind", Kind.class);
        Instant determinedAt = determinedAt(input);
        LocalDate day = agreement.day(determinedAt);
        Instant series2aClosedAt = agreement.series2aClosing() == null
                ? null
                : agreement.series2aClosing().closedAt();
        return OfferingGate.of(
                Offering.planned(kind, determinedAt),
                series2aClosedAt,
                agreement.termsAsOf(day),
                agreement.policiesAsOf(day));
    }

    private Instant determinedAt(Input input) {
        Instant given = input.instant("determinedAt");
        if (given == null) {
            return clock.instant();
        }
        if (given.isAfter(clock.instant())) {
            throw Refusal.invalid("determinedAt", given + " is in the future", Clause.S2_1_B);
        }
        if (agreement.day(given).isBefore(agreement.date())) {
            throw Refusal.invalid(
                    "determinedAt", given + " is before the agreement's date " + agreement.date(), Clause.P_A);
        }
        return given;
    }
}
