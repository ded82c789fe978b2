package org.registrationrights.notice;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

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
import org.registrationrights.calendar.Holiday;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Explanation.Telling;
import org.registrationrights.explanation.Step;

/**
 * Whether and on which day a communication counts as given (11.1).
 *
 * @param asked what it rests on
 * @param effectiveDate the day in the policies' zone; null unless it is given
 * @param basis what decided
 */
@Implements(Clause.S11_1_A)
public record DeemedReceipt(Question asked, Status status, LocalDate effectiveDate, Basis basis) implements Explained {

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
     * One communication by all its deliveries, and what they are judged by.
     *
     * @param deliveries at least one
     */
    public record Question(
            List<Delivery> deliveries,
            Direction direction,
            Holidays holidays,
            AgreementTerms terms,
            Policies policies) {

        public Question {
            if (deliveries.isEmpty()) {
                throw Refusal.invalid("deliveries", "needs at least one delivery", Clause.S11_1_A);
            }
            deliveries = List.copyOf(deliveries);
        }

        private LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, policies.zone());
        }

        private LocalDate deemedDay(Delivery mail) {
            return holidays.plusBusinessDays(day(mail.mailedAt()), terms.mailBusinessDays(), policies.businessDay());
        }

        private DeemedReceipt given(LocalDate day, Basis basis) {
            return new DeemedReceipt(this, Status.GIVEN, day, basis);
        }

        private DeemedReceipt notGiven(Basis basis) {
            return new DeemedReceipt(this, Status.NOT_GIVEN, null, basis);
        }
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
        Question asked = new Question(deliveries, direction, holidays, terms, policies);
        if (deliveries.size() == 1) {
            return ofOne(asked);
        }
        List<DeemedReceipt> each = each(asked);
        return deciding(each, policies)
                .map(receipt -> asked.given(receipt.effectiveDate, receipt.basis))
                .orElseGet(() -> asked.notGiven(each.get(0).basis));
    }

    private static List<DeemedReceipt> each(Question asked) {
        return asked.deliveries.stream()
                .map(delivery -> of(List.of(delivery), asked.direction, asked.holidays, asked.terms, asked.policies))
                .toList();
    }

    private static Optional<DeemedReceipt> deciding(List<DeemedReceipt> each, Policies policies) {
        Stream<DeemedReceipt> given = each.stream().filter(receipt -> receipt.status == Status.GIVEN);
        Comparator<DeemedReceipt> byDay = Comparator.comparing(DeemedReceipt::effectiveDate);
        return switch (policies.multipleDeliveries()) {
            case FIRST_EFFECTIVE -> given.min(byDay);
            case LAST_EFFECTIVE -> given.max(byDay);
        };
    }

    private static DeemedReceipt ofOne(Question asked) {
        Delivery delivery = asked.deliveries.get(0);
        return switch (delivery.way()) {
            case PERSONAL -> received(asked, delivery.receivedAt(), Basis.ACTUAL_RECEIPT, Basis.NO_RECEIPT_RECORDED);
            case FAX -> received(asked, delivery.confirmedAt(), Basis.CONFIRMATION_OF_RECEIPT, Basis.NO_CONFIRMATION);
            case MAIL ->
                delivery.isMailedAsAgreed()
                        ? mailed(asked, delivery)
                        : outside(
                                asked,
                                delivery.actualReceiptAt(),
                                Basis.MAILING_OUTSIDE_11_1,
                                delivery.actualReceiptAt() == null ? Status.NOT_GIVEN : Status.MANUAL_REVIEW);
            case UNLISTED -> outside(asked, delivery.receivedAt(), Basis.METHOD_NOT_LISTED, Status.MANUAL_REVIEW);
        };
    }

    private static DeemedReceipt received(Question asked, Instant at, Basis known, Basis unknown) {
        return at == null ? asked.notGiven(unknown) : asked.given(asked.day(at), known);
    }

    private static DeemedReceipt mailed(Question asked, Delivery mail) {
        LocalDate deemedDay = asked.deemedDay(mail);
        LocalDate proven = mail.actualReceiptAt() == null ? deemedDay : asked.day(mail.actualReceiptAt());
        DeemedReceipt deemed = asked.given(deemedDay, Basis.THIRD_BUSINESS_DAY);
        return switch (asked.direction) {
            case NOTICE_TO_HOLDER ->
                switch (asked.policies.noticeMailReceipt()) {
                    case LATER_OF_DEEMED_AND_PROVEN ->
                        proven.isAfter(deemedDay) ? asked.given(proven, Basis.PROVEN_LATER_RECEIPT) : deemed;
                    case DEEMED_ONLY -> deemed;
                    case ACTUAL_ONLY ->
                        received(asked, mail.actualReceiptAt(), Basis.ACTUAL_RECEIPT, Basis.NO_RECEIPT_RECORDED);
                };
            case ELECTION_TO_COMPANY ->
                switch (asked.policies.electionMailGiven()) {
                    case EARLIER_OF_DEEMED_AND_PROVEN ->
                        proven.isBefore(deemedDay) ? asked.given(proven, Basis.PROVEN_EARLIER_RECEIPT) : deemed;
                    case DEEMED_ONLY -> deemed;
                    case DISPATCH -> asked.given(asked.day(mail.mailedAt()), Basis.MAILING_DATE);
                };
        };
    }

    /** A delivery to which 11.1 attaches no day of its own. */
    private static DeemedReceipt outside(Question asked, Instant arrivedAt, Basis basis, Status otherwise) {
        return arrivedAt != null && asked.policies.unlistedMethod() == UnlistedMethod.ACTUAL_RECEIPT
                ? asked.given(asked.day(arrivedAt), Basis.ACTUAL_RECEIPT_OUTSIDE_11_1)
                : new DeemedReceipt(asked, otherwise, null, basis);
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Explanation told = Explanation.under(asked.policies);
        tell(told, "");
        return told.steps();
    }

    /** @param of what goes before the names of its figures, such as {@code notice.} */
    void tell(Explanation told, String of) {
        if (asked.deliveries.size() == 1) {
            tellOne(told, of);
            return;
        }
        List<DeemedReceipt> each = each(asked);
        for (int i = 0; i < each.size(); i++) {
            each.get(i).tell(told, of + "deliveries[" + i + "].");
        }
        String formula = switch (asked.policies.multipleDeliveries()) {
            case FIRST_EFFECTIVE -> "the earliest day that a delivery gives";
            case LAST_EFFECTIVE -> "the latest day that a delivery gives";
        };
        Optional<DeemedReceipt> deciding = deciding(each, asked.policies);
        Telling choice = told.step(
                Clause.S11_1_A,
                deciding.map(receipt -> formula + ", here deliveries[" + each.indexOf(receipt) + "]")
                        .orElse("no delivery gives a day"));
        for (int i = 0; i < each.size(); i++) {
            choice.with("deliveries[" + i + "]", each.get(i).outcome());
        }
        gives(choice.reading("multipleDeliveries"), of);
    }

    private void tellOne(Explanation told, String of) {
        Delivery delivery = asked.deliveries.get(0);
        String outside = switch (asked.policies.unlistedMethod()) {
            case MANUAL_REVIEW -> "outside Section 11.1: a person judges what arrived";
            case ACTUAL_RECEIPT -> "outside Section 11.1: the day on which it arrived";
        };
        Telling last = switch (delivery.way()) {
            case PERSONAL ->
                told.step(Clause.S11_1_A, "by hand: the day on which it was received")
                        .with("receivedAt", local(delivery.receivedAt()))
                        .reading("zone");
            case FAX ->
                told.step(Clause.S11_1_A, "by facsimile: the day on which its receipt was confirmed")
                        .with("confirmedAt", local(delivery.confirmedAt()))
                        .reading("zone");
            case MAIL ->
                delivery.isMailedAsAgreed()
                        ? mail(told, of, delivery)
                        : told.step(Clause.S11_1_A, "by mail, but without all four qualities and so " + outside)
                                .with("service", delivery.service())
                                .with("firstClass", delivery.firstClass())
                                .with("prepaid", delivery.prepaid())
                                .with("addressOfRecord", delivery.addressOfRecord())
                                .with("actualReceiptAt", local(delivery.actualReceiptAt()))
                                .reading("unlistedMethod", "zone");
            case UNLISTED ->
                told.step(Clause.S11_1_A, outside)
                        .with("method", delivery.method())
                        .with("receivedAt", local(delivery.receivedAt()))
                        .reading("unlistedMethod", "zone");
        };
        gives(last, of);
    }

    private Telling mail(Explanation told, String of, Delivery mail) {
        LocalDate mailingDay = asked.day(mail.mailedAt());
        LocalDate deemedDay = asked.deemedDay(mail);
        told.step(Clause.S11_1_A, "the day of mailing")
                .with("mailedAt", local(mail.mailedAt()))
                .reading("zone")
                .gives(of + "mailingDay", mailingDay);
        Telling count = told.step(Clause.S11_1_A, "the last of so many business days after the day of mailing")
                .with("businessDays", asked.terms.mailBusinessDays());
        int counted = 0;
        for (LocalDate day = mailingDay.plusDays(1); !day.isAfter(deemedDay); day = day.plusDays(1)) {
            Optional<Holiday> holiday = asked.holidays.whyNoBusinessDay(day, asked.policies.businessDay());
            count.with(day.toString(), holiday.isPresent() ? holiday.get() : "business day " + ++counted);
        }
        count.reading("businessDay").gives(of + "deemedDay", deemedDay);
        boolean notice = asked.direction == Direction.NOTICE_TO_HOLDER;
        return told.step(Clause.S11_1_A, "by mail: " + (notice ? noticeByMail() : electionByMail()))
                .with("mailingDay", mailingDay)
                .with("deemedDay", deemedDay)
                .with("actualReceiptAt", local(mail.actualReceiptAt()))
                .reading(notice ? "noticeMailReceipt" : "electionMailGiven", "zone");
    }

    private String noticeByMail() {
        return switch (asked.policies.noticeMailReceipt()) {
            case LATER_OF_DEEMED_AND_PROVEN -> "the deemed day, or the day of proven receipt if that is later";
            case DEEMED_ONLY -> "the deemed day";
            case ACTUAL_ONLY -> "the day of proven receipt";
        };
    }

    private String electionByMail() {
        return switch (asked.policies.electionMailGiven()) {
            case EARLIER_OF_DEEMED_AND_PROVEN -> "the deemed day, or the day of proven receipt if that is earlier";
            case DEEMED_ONLY -> "the deemed day";
            case DISPATCH -> "the day of mailing";
        };
    }

    private void gives(Telling last, String of) {
        last.gives(of + (status == Status.GIVEN ? "effectiveDate" : "status"), outcome());
    }

    private Object outcome() {
        return status == Status.GIVEN ? effectiveDate : status;
    }

    private String local(Instant instant) {
        return instant == null ? "none" : ISO_OFFSET_DATE_TIME.format(instant.atZone(asked.policies.zone()));
    }
}
