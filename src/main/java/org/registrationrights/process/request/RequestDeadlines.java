package org.registrationrights.process.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequest.State;
import org.registrationrights.offering.HolderRequestRepository;
import org.registrationrights.offering.HolderRequestRepository.Running;
import org.springframework.stereotype.Component;

/** Requests of selling Holders that are to be answered or fulfilled (4(a), 4(b), 4(g), 4(h)). */
@Component
class RequestDeadlines implements RunningDeadlines {

    private final HolderRequestRepository requests;
    private final Agreement agreement;

    RequestDeadlines(HolderRequestRepository requests, Agreement agreement) {
        this.requests = requests;
        this.agreement = agreement;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        return requests.running(offeringId).stream().map(this::deadline).toList();
    }

    private Deadline deadline(Running request) {
        LocalDate lastDay = request.receivedOn().plus(HolderRequest.REMINDER);
        boolean open = request.state() == State.OPEN;
        return new Deadline(
                "request:" + request.id(),
                open ? "Request of the Holder is to be answered" : "Granted request of the Holder is to be fulfilled",
                SetBy.COMPANY,
                request.kind().clause(),
                request.offeringId(),
                request.holderId(),
                request.id(),
                request.receivedOn(),
                Explanation.withoutPolicies()
                        .step(request.kind().clause(), "a reminder so many days after receipt; the agreement sets none")
                        .with("receivedOn", request.receivedOn())
                        .with("days", HolderRequest.REMINDER.getDays())
                        .gives("lastDay", lastDay)
                        .steps(),
                lastDay,
                agreement.endOf(lastDay),
                open ? "the answer" : "evidence of what was furnished");
    }
}
