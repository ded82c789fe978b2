package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.springframework.stereotype.Component;

/** Notices that went out and are not effective yet (2.1). */
@Component
class NoticeDeadlines implements RunningDeadlines {

    private final ElectionRepository elections;
    private final Agreement agreement;

    NoticeDeadlines(ElectionRepository elections, Agreement agreement) {
        this.elections = elections;
        this.agreement = agreement;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        return elections.inState(State.NOTICE, offeringId).stream()
                .filter(election -> election.dispatchedAt() != null)
                .map(this::deadline)
                .toList();
    }

    private Deadline deadline(HolderElection election) {
        LocalDate dispatchedOn = agreement.day(election.dispatchedAt());
        Instant overdueAt = election.noticeOverdueAt();
        LocalDate lastDay = agreement.day(overdueAt.minusNanos(1));
        return new Deadline(
                "notice:" + election.key().businessKey(),
                "Notice to the Holder is to become effective",
                SetBy.COMPANY,
                Clause.S2_1_B,
                election.key().offeringId(),
                election.key().holderId(),
                null,
                dispatchedOn,
                Explanation.withoutPolicies()
                        .step(Clause.S2_1_B, "so many days after the dispatch, to the hour; the agreement sets none")
                        .with("dispatchedAt", election.dispatchedAt())
                        .gives("overdueAt", overdueAt)
                        .steps(),
                lastDay,
                overdueAt,
                "evidence of an effective delivery, or counsel's decision to go on without it");
    }
}
