package org.registrationrights.notice;

import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.DayCount;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.DeemedReceipt.Status;

/**
 * One Holder's notice, the window it opens and the election that answers it (2.1, 11.1).
 *
 * @param window null unless the notice was given
 * @param election null where there is none
 * @param electionTimely null unless both were given
 */
@Implements({Clause.S2_1_C, Clause.S2_1_F})
public record NoticeAndElection(
        DeemedReceipt notice, ElectionWindow window, DeemedReceipt election, Boolean electionTimely)
        implements Explained {

    /** The policies that decide, by their keys. */
    public static final Set<String> POLICIES = Set.of(
            "zone",
            "businessDay",
            "noticeMailReceipt",
            "electionMailGiven",
            "multipleDeliveries",
            "unlistedMethod",
            "lastDayRoll",
            "dayCount");

    /**
     * @param election null where there is none
     * @throws Refusal without a delivery of the notice, and where hours are counted: a deemed day has none
     */
    public static NoticeAndElection of(
            List<Delivery> noticeDeliveries,
            Delivery election,
            Holidays holidays,
            AgreementTerms terms,
            Policies policies) {
        if (policies.dayCount() == DayCount.ROLLING_24H) {
            throw Refusal.invalid("policies.dayCount", "ROLLING_24H counts from an instant, a deemed day has none");
        }
        if (noticeDeliveries.isEmpty()) {
            throw Refusal.invalid("noticeDeliveries", "needs at least one delivery", Clause.S11_1_A);
        }
        DeemedReceipt notice =
                DeemedReceipt.of(noticeDeliveries, Direction.NOTICE_TO_HOLDER, holidays, terms, policies);
        ElectionWindow window = notice.status() == Status.GIVEN
                ? ElectionWindow.ofReceiptDate(notice.effectiveDate(), holidays, terms, policies)
                : null;
        if (election == null) {
            return new NoticeAndElection(notice, window, null, null);
        }
        DeemedReceipt given =
                DeemedReceipt.of(List.of(election), Direction.ELECTION_TO_COMPANY, holidays, terms, policies);
        Boolean timely =
                window == null || given.status() != Status.GIVEN ? null : window.isTimely(given.effectiveDate());
        return new NoticeAndElection(notice, window, given, timely);
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Explanation told = Explanation.under(notice.asked().policies());
        notice.tell(told, "notice.");
        if (window == null) {
            told.step(Clause.S2_1_D, "a notice that is not given opens no window")
                    .with("notice.status", notice.status())
                    .gives("window", "none");
        } else {
            window.tell(told, "window.");
        }
        if (election != null) {
            election.tell(told, "election.");
        }
        if (electionTimely != null) {
            told.step(
                            electionTimely ? Clause.S2_1_C : Clause.S2_1_F,
                            "in time if given by the last day, be it before the notice")
                    .with("election.effectiveDate", election.effectiveDate())
                    .with("window.lastDay", window.lastDay())
                    .gives("electionTimely", electionTimely);
        }
        return told.steps();
    }
}
