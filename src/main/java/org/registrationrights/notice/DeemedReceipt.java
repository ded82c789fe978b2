package org.registrationrights.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.UnlistedMethod;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;

/**
 * Whether and on which day a communication counts as given (11.1).
 *
 * @param effectiveDate the day in the policies' zone; null unless it is given
 * @param basis what decided
 */
@Implements(Clause.S11_1_A)
public record DeemedReceipt(Status status, LocalDate effectiveDate, Basis basis) {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of(
            "zone", "businessDay", "noticeMailReceipt", "electionMailGiven", "multipleDeliveries", "unlistedMethod");

    /** Who writes to whom. */
    public enum Direction {
        NOTICE_TO_HOLDER,
        ELECTION_TO_COMPANY
    }

    public enum Status {
        GIVEN,
        NOT_GIVEN,
        MANUAL_REVIEW
    }

    public enum Basis {
        ACTUAL_RECEIPT,
        CONFIRMATION_OF_RECEIPT,
        THIRD_BUSINESS_DAY,
        PROVEN_LATER_RECEIPT,
        PROVEN_EARLIER_RECEIPT,
        MAILING_DATE,
        NO_RECEIPT_RECORDED,
        NO_CONFIRMATION,
        MAILING_OUTSIDE_11_1,
        METHOD_NOT_LISTED,
        ACTUAL_RECEIPT_OUTSIDE_11_1
    }

    /**
     * One communication by all its deliveries; of equal days the first in the list decides.
     *
     * @throws Refusal without a delivery
     */
    public static DeemedReceipt of(
            List<Delivery> deliveries,
            Direction direction,
            Holidays holidays,
            AgreementTerms terms,
            Policies policies) {
        if (deliveries.isEmpty()) {
            throw Refusal.invalid("deliveries", "needs at least one delivery", Clause.S11_1_A);
        }
        List<DeemedReceipt> each = deliveries.stream()
                .map(delivery -> of(delivery, direction, holidays, terms, policies))
                .toList();
        Stream<DeemedReceipt> given = each.stream().filter(receipt -> receipt.status == Status.GIVEN);
        Comparator<DeemedReceipt> byDay = Comparator.comparing(DeemedReceipt::effectiveDate);
        Optional<DeemedReceipt> counting = switch (policies.multipleDeliveries()) {
            case FIRST_EFFECTIVE -> given.min(byDay);
            case LAST_EFFECTIVE -> given.max(byDay);
        };
        DeemedReceipt first = each.get(0);
        return counting.orElse(each.size() == 1 ? first : notGiven(first.basis));
    }

    private static DeemedReceipt of(
            Delivery delivery, Direction direction, Holidays holidays, AgreementTerms terms, Policies policies) {
        return switch (delivery.way()) {
            case PERSONAL -> received(delivery.receivedAt(), Basis.ACTUAL_RECEIPT, Basis.NO_RECEIPT_RECORDED, policies);
            case FAX ->
                received(delivery.confirmedAt(), Basis.CONFIRMATION_OF_RECEIPT, Basis.NO_CONFIRMATION, policies);
            case MAIL ->
                delivery.isMailedAsAgreed()
                        ? mailed(delivery, direction, holidays, terms, policies)
                        : outside(
                                delivery.actualReceiptAt(),
                                Basis.MAILING_OUTSIDE_11_1,
                                delivery.actualReceiptAt() == null ? Status.NOT_GIVEN : Status.MANUAL_REVIEW,
                                policies);
            case UNLISTED -> outside(delivery.receivedAt(), Basis.METHOD_NOT_LISTED, Status.MANUAL_REVIEW, policies);
        };
    }

    private static DeemedReceipt received(Instant at, Basis known, Basis unknown, Policies policies) {
        return at == null ? notGiven(unknown) : given(local(at, policies), known);
    }

    private static DeemedReceipt mailed(
            Delivery mail, Direction direction, Holidays holidays, AgreementTerms terms, Policies policies) {
        LocalDate mailing = local(mail.mailedAt(), policies);
        LocalDate deemedDay = holidays.plusBusinessDays(mailing, terms.mailBusinessDays(), policies.businessDay());
        DeemedReceipt deemed = given(deemedDay, Basis.THIRD_BUSINESS_DAY);
        LocalDate proven = mail.actualReceiptAt() == null ? deemedDay : local(mail.actualReceiptAt(), policies);
        return switch (direction) {
            case NOTICE_TO_HOLDER ->
                switch (policies.noticeMailReceipt()) {
                    case LATER_OF_DEEMED_AND_PROVEN ->
                        proven.isAfter(deemedDay) ? given(proven, Basis.PROVEN_LATER_RECEIPT) : deemed;
                    case DEEMED_ONLY -> deemed;
                    case ACTUAL_ONLY ->
                        received(mail.actualReceiptAt(), Basis.ACTUAL_RECEIPT, Basis.NO_RECEIPT_RECORDED, policies);
                };
            case ELECTION_TO_COMPANY ->
                switch (policies.electionMailGiven()) {
                    case EARLIER_OF_DEEMED_AND_PROVEN ->
                        proven.isBefore(deemedDay) ? given(proven, Basis.PROVEN_EARLIER_RECEIPT) : deemed;
                    case DEEMED_ONLY -> deemed;
                    case DISPATCH -> given(mailing, Basis.MAILING_DATE);
                };
        };
    }

    /** A delivery to which 11.1 attaches no day of its own. */
    private static DeemedReceipt outside(Instant arrivedAt, Basis basis, Status otherwise, Policies policies) {
        return arrivedAt != null && policies.unlistedMethod() == UnlistedMethod.ACTUAL_RECEIPT
                ? given(local(arrivedAt, policies), Basis.ACTUAL_RECEIPT_OUTSIDE_11_1)
                : new DeemedReceipt(otherwise, null, basis);
    }

    private static DeemedReceipt given(LocalDate day, Basis basis) {
        return new DeemedReceipt(Status.GIVEN, day, basis);
    }

    private static DeemedReceipt notGiven(Basis basis) {
        return new DeemedReceipt(Status.NOT_GIVEN, null, basis);
    }

    private static LocalDate local(Instant instant, Policies policies) {
        return LocalDate.ofInstant(instant, policies.zone());
    }
}
