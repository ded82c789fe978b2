package org.registrationrights.process.piggyback;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Refusal;
import org.springframework.stereotype.Component;

/** Facts that people enter have happened. */
@Component
class Dates {

    private final Agreement agreement;
    private final Clock clock;

    Dates(Agreement agreement, Clock clock) {
        this.agreement = agreement;
        this.clock = clock;
    }

    LocalDate day(Instant instant) {
        return agreement.day(instant);
    }

    LocalDate today() {
        return agreement.day(clock.instant());
    }

    LocalDate notInFuture(String field, LocalDate date) {
        if (date.isAfter(today())) {
            throw Refusal.invalid(field, date + " is in the future");
        }
        return date;
    }

    Instant notInFuture(String field, Instant instant) {
        if (instant.isAfter(clock.instant())) {
            throw Refusal.invalid(field, instant + " is in the future");
        }
        return instant;
    }

    void notBefore(String field, LocalDate date, LocalDate earliest, String what) {
        if (date.isBefore(earliest)) {
            throw Refusal.invalid(field, date + " is before " + what + ", " + earliest);
        }
    }
}
