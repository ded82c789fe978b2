package org.registrationrights.notice;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.UnlistedMethod;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.ProofOfService.Outcome;

/**
 * When a paper reached its Holder where that binds it or sets it free, and no time is counted from it (2.6, 7): at its
 * actual receipt, and a notice no later than at the start of the day on which 11.1 deems mail to be given. That is the
 * other way round than with the ten days of 2.1, where the later of the two days counts.
 *
 * @param binding the earliest instant from which a notice binds, which may lie ahead; null while there is none
 * @param actual every receipt that is proven or found by counsel, in ascending order
 */
@Implements(Clause.S11_1_A)
public record BindingReceipt(List<Arrival> arrivals, Policies policies, Instant binding, List<Instant> actual)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of("zone", "businessDay", "noticeMailReceipt", "unlistedMethod");

    /** How it came that a paper counts as received at an instant. */
    public enum Basis {
        ACTUAL_RECEIPT,
        CONFIRMATION_OF_RECEIPT,
        START_OF_DEEMED_DAY,
        FINDING_OF_COUNSEL
    }

    /** @param of what it rests on, such as the instant of mailing */
    public record Arrival(Basis basis, Instant of, Instant at) {}

    public static BindingReceipt of(ProofOfService paper, Holidays holidays, AgreementTerms terms, Policies policies) {
        List<Arrival> arrivals = new ArrayList<>();
        for (ProofOfService.Evidence evidence : paper.evidence()) {
            addActual(arrivals, evidence.delivery(), policies);
            addDeemed(arrivals, evidence.delivery(), holidays, terms, policies);
        }
        paper.decisions().stream()
                .map(ProofOfService.Decision::finding)
                .filter(finding -> finding.outcome() == Outcome.RECEIVED)
                .forEach(finding -> arrivals.add(
                        new Arrival(Basis.FINDING_OF_COUNSEL, finding.receivedAt(), finding.receivedAt())));
        arrivals.sort(Comparator.comparing(Arrival::at));
        return new BindingReceipt(
                List.copyOf(arrivals),
                policies,
                arrivals.isEmpty() ? null : arrivals.get(0).at,
                arrivals.stream()
                        .filter(arrival -> arrival.basis != Basis.START_OF_DEEMED_DAY)
                        .map(Arrival::at)
                        .toList());
    }

    private static void addActual(List<Arrival> arrivals, Delivery delivery, Policies policies) {
        boolean listed = delivery.way() == Delivery.Way.MAIL
                ? delivery.isMailedAsAgreed()
                : delivery.way() != Delivery.Way.UNLISTED;
        Instant at = arrivedAt(delivery);
        if (at != null && (listed || policies.unlistedMethod() == UnlistedMethod.ACTUAL_RECEIPT)) {
            Basis basis = delivery.way() == Delivery.Way.FAX ? Basis.CONFIRMATION_OF_RECEIPT : Basis.ACTUAL_RECEIPT;
            arrivals.add(new Arrival(basis, at, at));
        }
    }

    private static void addDeemed(
            List<Arrival> arrivals, Delivery delivery, Holidays holidays, AgreementTerms terms, Policies policies) {
        if (delivery.way() != Delivery.Way.MAIL) {
            return;
        }
        // the day as such, which proof of another day would move
        DeemedReceipt deemed = DeemedReceipt.of(
                List.of(withoutProof(delivery)), Direction.NOTICE_TO_HOLDER, holidays, terms, policies);
        if (deemed.effectiveDate() != null) {
            ZonedDateTime start = deemed.effectiveDate().atStartOfDay(policies.zone());
            arrivals.add(new Arrival(Basis.START_OF_DEEMED_DAY, delivery.mailedAt(), start.toInstant()));
        }
    }

    /** When it is known to have come into the Holder's hands; null where nothing shows it. */
    static Instant arrivedAt(Delivery delivery) {
        return switch (delivery.way()) {
            case PERSONAL, UNLISTED -> delivery.receivedAt();
            case FAX -> delivery.confirmedAt();
            case MAIL -> delivery.actualReceiptAt();
        };
    }

    private static Delivery withoutProof(Delivery mail) {
        return new Delivery(
                mail.method(),
                null,
                null,
                null,
                mail.mailedAt(),
                mail.service(),
                mail.firstClass(),
                mail.prepaid(),
                mail.addressOfRecord(),
                null);
    }

    /** What decided; null while nothing binds. */
    public Basis basis() {
        return arrivals.isEmpty() ? null : arrivals.get(0).basis;
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Explanation told = Explanation.under(policies);
        for (Arrival arrival : arrivals) {
            switch (arrival.basis) {
                case START_OF_DEEMED_DAY ->
                    told.step(Clause.S11_1_A, "the start of the third business day after the mailing")
                            .with("mailedAt", local(arrival.of))
                            .reading("businessDay", "zone")
                            .gives("deemedFrom", local(arrival.at));
                case FINDING_OF_COUNSEL ->
                    told.step(Clause.S11_1_A, "counsel found when it was received")
                            .with("receivedAt", local(arrival.of))
                            .gives("received", local(arrival.at));
                default ->
                    told.step(Clause.S11_1_A, "it was actually received")
                            .with("basis", arrival.basis)
                            .gives("received", local(arrival.at));
            }
        }
        return told.step(Clause.S11_1_A, "a notice binds from the earliest of these")
                .with("arrivals", arrivals.size())
                .gives("bindsFrom", binding == null ? "not received" : local(binding))
                .steps();
    }

    private ZonedDateTime local(Instant instant) {
        return instant.atZone(policies.zone());
    }
}
