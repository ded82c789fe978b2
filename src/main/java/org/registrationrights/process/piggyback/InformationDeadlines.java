package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Deadlines;
import org.registrationrights.agreement.Implements;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;
import org.registrationrights.offering.InformationRepository;
import org.registrationrights.offering.InformationRepository.Missing;
import org.registrationrights.offering.InformationRequest;
import org.springframework.stereotype.Component;

/** Information of included Holders that has not come yet (2.4). */
@Component
@Implements(Clause.S2_4_A)
class InformationDeadlines implements RunningDeadlines {

    private final InformationRepository information;
    private final Agreement agreement;
    private final Deadlines given;

    InformationDeadlines(InformationRepository information, Agreement agreement, Deadlines given) {
        this.information = information;
        this.agreement = agreement;
        this.given = given;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        return information.missing(offeringId).stream().map(this::deadline).toList();
    }

    private Deadline deadline(Missing missing) {
        InformationRequest request = missing.request();
        LocalDate requestedOn = agreement.day(request.requestedAt());
        return new Deadline(
                "information:" + missing.offeringId() + ":" + request.holderId(),
                "Holder is to furnish its information for the statement",
                SetBy.COMPANY,
                Clause.S2_4_A,
                missing.offeringId(),
                request.holderId(),
                null,
                requestedOn,
                computation(requestedOn, request.dueOn()),
                request.dueOn(),
                agreement.endOf(request.dueOn()),
                "the information or a decision of counsel");
    }

    private List<Step> computation(LocalDate requestedOn, LocalDate dueOn) {
        boolean asAsked = requestedOn.plus(given.information()).equals(dueOn);
        return Explanation.withoutPolicies()
                .step(
                        Clause.S2_4_A,
                        asAsked
                                ? "the day of the request, and the time that the Company gives"
                                : "the day until which counsel has decided to wait")
                .with("requestedOn", requestedOn)
                .gives("dueOn", dueOn)
                .steps();
    }
}
