package org.registrationrights.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.DayCount;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.DeemedReceipt.Status;

/**
 * One Holder's notice, the window it opens and the election that answers it (2.1, 11.1).
 *
 * @param window null unless the notice was given
 * @param electionStatus null without an election
 * @param electionEffectiveDate null unless the election was given
 * @param electionTimely null unless both were given
 */
@Implements({Clause.S2_1_C, Clause.S2_1_F})
public record NoticeAndElection(
        DeemedReceipt notice,
        ElectionWindow window,
        Status electionStatus,
        LocalDate electionEffectiveDate,
        Boolean electionTimely) {

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
            return new NoticeAndElection(notice, window, null, null, null);
        }
        DeemedReceipt given =
                DeemedReceipt.of(List.of(election), Direction.ELECTION_TO_COMPANY, holidays, terms, policies);
        Boolean timely =
                window == null || given.status() != Status.GIVEN ? null : window.isTimely(given.effectiveDate());
        return new NoticeAndElection(notice, window, given.status(), given.effectiveDate(), timely);
    }
}
