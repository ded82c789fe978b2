package org.registrationrights.web.calculation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.notice.DeemedReceipt;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ElectionWindow;
import org.registrationrights.notice.NoticeAndElection;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Sections 2.1 and 11.1. */
final class NoticeCalculations {

    static final List<Calculation<?>> ALL = List.of(
            new Calculation<>("deemed-receipt", Receipt.class, DeemedReceipt.POLICIES, Receipt::answer),
            new Calculation<>("election-window", Window.class, ElectionWindow.POLICIES, Window::answer),
            new Calculation<>("notice-and-election", Election.class, NoticeAndElection.POLICIES, Election::answer));

    private NoticeCalculations() {}

    /** @param direction a notice to the Holder unless said otherwise */
    private record Receipt(List<Delivery> deliveries, Direction direction) {

        Answer answer(Basis basis) {
            DeemedReceipt receipt = DeemedReceipt.of(
                    Refusal.required("deliveries", deliveries, Clause.S11_1_A),
                    Inputs.orElse(direction, Direction.NOTICE_TO_HOLDER),
                    basis.holidays(),
                    basis.terms(),
                    basis.policies());
            return new Answer(fields(receipt), receipt);
        }
    }

    /** One of the two tells when the notice was received. */
    private record Window(Instant receivedAt, LocalDate receiptDate) {

        Answer answer(Basis basis) {
            if (receivedAt != null && receiptDate != null) {
                throw Refusal.invalid("receiptDate", "cannot stand beside receivedAt", Clause.S2_1_D);
            }
            ElectionWindow window = receiptDate == null
                    ? ElectionWindow.ofReceiptInstant(
                            Refusal.required("receivedAt", receivedAt, Clause.S2_1_D),
                            basis.holidays(),
                            basis.terms(),
                            basis.policies())
                    : ElectionWindow.ofReceiptDate(receiptDate, basis.holidays(), basis.terms(), basis.policies());
            return new Answer(fields(window), window);
        }
    }

    /** @param election null where none came */
    private record Election(List<Delivery> noticeDeliveries, Delivery election) {

        Answer answer(Basis basis) {
            NoticeAndElection both = NoticeAndElection.of(
                    Refusal.required("noticeDeliveries", noticeDeliveries, Clause.S11_1_A),
                    election,
                    basis.holidays(),
                    basis.terms(),
                    basis.policies());
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("notice", fields(both.notice()));
            result.put("window", both.window() == null ? null : fields(both.window()));
            if (both.election() != null) {
                result.put("electionStatus", both.election().status());
                result.put("electionEffectiveDate", text(both.election().effectiveDate()));
                result.put("electionTimely", both.electionTimely());
            }
            return new Answer(result, both);
        }
    }

    private static Map<String, Object> fields(DeemedReceipt receipt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", receipt.status());
        fields.put("effectiveDate", text(receipt.effectiveDate()));
        fields.put("basis", receipt.basis());
        return fields;
    }

    private static Map<String, Object> fields(ElectionWindow window) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dayZero", text(window.dayZero()));
        fields.put("tenthDay", text(window.tenthDay()));
        fields.put("lastDay", text(window.lastDay()));
        fields.put("rolled", window.rolled());
        fields.put("deadlineExclusive", Explanation.text(window.deadlineExclusive()));
        return fields;
    }

    private static String text(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
