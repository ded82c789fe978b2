package org.registrationrights.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.DeemedReceipt.Status;

/** Which of a Holder's answers counts: the last one given while its window was open, or let in by a person (2.1). */
@Implements({Clause.S2_1_C, Clause.S2_1_F})
public final class AnswerInTime {

    private record Given(Communication communication, LocalDate on) {

        /** Of one day, the later hour; an arrival that is deemed has none and counts as the day's first. */
        Instant hour() {
            return arrivedAt(communication.delivery()).orElse(Instant.MIN);
        }
    }

    private AnswerInTime() {}

    /**
     * @param answers in the order of recording
     * @param letIn ids of those that count although they are late, or came in a way to which 11.1 gives no day
     * @param window null while no notice is effective; an answer that comes before is in time
     */
    public static Optional<Communication> of(
            List<Communication> answers,
            Set<Long> letIn,
            ElectionWindow window,
            Holidays holidays,
            AgreementTerms terms,
            Policies policies) {
        return answers.stream()
                .map(answer -> {
                    LocalDate on = givenOn(answer.delivery(), holidays, terms, policies);
                    boolean inTime = on != null && (window == null || window.isTimely(on));
                    boolean counts = inTime || letIn.contains(answer.id());
                    return counts ? new Given(answer, on == null ? cameOn(answer, policies) : on) : null;
                })
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Given::on)
                        .thenComparing(Given::hour)
                        .thenComparing(given -> given.communication.place()))
                .map(Given::communication);
    }

    /** The day an answer counts as given to the Company, or null where it does not (11.1). */
    public static LocalDate givenOn(Delivery delivery, Holidays holidays, AgreementTerms terms, Policies policies) {
        DeemedReceipt receipt =
                DeemedReceipt.of(List.of(delivery), Direction.ELECTION_TO_COMPANY, holidays, terms, policies);
        return receipt.status() == Status.GIVEN ? receipt.effectiveDate() : null;
    }

    /** The day on which an answer was there, where 11.1 gives it none. */
    private static LocalDate cameOn(Communication answer, Policies policies) {
        return LocalDate.ofInstant(arrivedAt(answer.delivery()).orElse(answer.recordedAt()), policies.zone());
    }

    private static Optional<Instant> arrivedAt(Delivery delivery) {
        return Stream.of(delivery.receivedAt(), delivery.confirmedAt(), delivery.actualReceiptAt())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
