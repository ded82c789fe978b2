package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.notice.DeemedReceipt.Basis;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.springframework.stereotype.Component;

/** Notices in the mail, which count as received on a day to come (11.1). */
@Component
@Implements(Clause.S11_1_A)
class MailDeadlines implements RunningDeadlines {

    private final ElectionRepository elections;
    private final Agreement agreement;

    MailDeadlines(ElectionRepository elections, Agreement agreement) {
        this.elections = elections;
        this.agreement = agreement;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        LocalDate today = agreement.day(now);
        return elections.inState(State.OPEN, offeringId).stream()
                .filter(election -> election.noticeBasis() == Basis.THIRD_BUSINESS_DAY)
                .filter(election -> !election.receivedOn().isBefore(today))
                .map(this::deadline)
                .toList();
    }

    private Deadline deadline(HolderElection election) {
        LocalDate dispatchedOn = agreement.day(election.dispatchedAt());
        return new Deadline(
                "mail:" + election.key().businessKey(),
                "Mailed notice counts as received on the last day",
                SetBy.AGREEMENT,
                Clause.S11_1_A,
                election.key().offeringId(),
                election.key().holderId(),
                null,
                dispatchedOn,
                Explanation.withoutPolicies()
                        .step(Clause.S11_1_A, "by mail: the third business day after the day of mailing")
                        .with("basis", election.noticeBasis())
                        .gives("receivedOn", election.receivedOn())
                        .steps(),
                election.receivedOn(),
                agreement.endOf(election.receivedOn()),
                "the day itself, or proof of a later receipt");
    }
}
