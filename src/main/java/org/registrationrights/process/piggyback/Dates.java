package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.notice.Delivery;
import org.springframework.stereotype.Component;

/** Facts that people enter have happened. */
@Component
public class Dates {

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Agreement agreement;
    private final Clock clock;

    Dates(Agreement agreement, Clock clock) {
        this.agreement = agreement;
        this.clock = clock;
    }

    public LocalDate day(Instant instant) {
        return agreement.day(instant);
    }

    public LocalDate today() {
        return agreement.day(clock.instant());
    }

    public LocalDate notInFuture(String field, LocalDate date) {
        if (date.isAfter(today())) {
            throw Refusal.invalid(field, date + " is in the future");
        }
        return date;
    }

    public Instant notInFuture(String field, Instant instant) {
        if (instant.isAfter(clock.instant())) {
            throw Refusal.invalid(field, instant + " is in the future");
        }
        return instant;
    }

    /** Evidence of a delivery; a clock at the sender that runs ahead a little is no reason to refuse it. */
    public void notInFuture(Delivery delivery) {
        Instant latest = clock.instant().plus(SKEW);
        delivery.instants().forEach((field, at) -> {
            if (at.isAfter(latest)) {
                throw Refusal.invalid(field, at + " is in the future", Clause.S11_1_A);
            }
        });
    }

    public void notBefore(String field, LocalDate date, LocalDate earliest, String what) {
        if (date.isBefore(earliest)) {
            throw Refusal.invalid(field, date + " is before " + what + ", " + earliest);
        }
    }
}
