package org.registrationrights.process.request;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.AllocationRepository.Line;
import org.registrationrights.offering.BlueSky;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequest.Decision;
import org.registrationrights.offering.HolderRequest.Fulfilment;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.HolderRequest.Outcome;
import org.registrationrights.offering.HolderRequest.State;
import org.registrationrights.offering.HolderRequestRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.StateQualificationRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests of selling Holders are stored here, answered and kept, each step with its entry in the case file. */
@Component
@Transactional
class HolderRequests {

    private static final Pattern ID = Pattern.compile("REQ-\\d{4}-[1-9]\\d{0,8}");

    private final HolderRequestRepository requests;
    private final OfferingRepository offerings;
    private final ElectionRepository elections;
    private final AllocationRepository allocations;
    private final StateQualificationRepository states;
    private final RegisterRepository register;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    HolderRequests(
            HolderRequestRepository requests,
            OfferingRepository offerings,
            ElectionRepository elections,
            AllocationRepository allocations,
            StateQualificationRepository states,
            RegisterRepository register,
            Agreement agreement,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.requests = requests;
        this.offerings = offerings;
        this.elections = elections;
        this.allocations = allocations;
        this.states = states;
        this.register = register;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param businessKey the request's id; null where one is to be assigned
     * @param receivedOn null for today
     * @throws Refusal where the Company owes this Holder nothing of the kind in the offering
     */
    public HolderRequest record(
            String businessKey,
            String offeringId,
            String holderId,
            Kind kind,
            String askedFor,
            List<String> states,
            String confidentialityAgreement,
            LocalDate receivedOn,
            String processInstanceId) {
        Offering offering = offerings.lock(offeringId); // a withdrawal comes before this request or after it
        register.holder(holderId);
        LocalDate received = received(receivedOn, offering);
        HolderRequest request = HolderRequest.received(
                id(businessKey, received),
                offeringId,
                holderId,
                kind,
                askedFor,
                states,
                confidentialityAgreement,
                received,
                processInstanceId);
        request.checkOwed(offering);
        request.checkAsker(sells(offering, holderId));
        requests.insert(request);
        caseFile.on(subject(request), kind.clause())
                .input("requestId", request.id())
                .input("askedFor", askedFor)
                .input("states", states)
                .input("confidentialityAgreement", confidentialityAgreement)
                .input("receivedOn", received)
                .write("Request of the Holder recorded");
        return request;
    }

    /**
     * @param agreementSince the confidentiality agreement that came after the request; null for none
     * @return whether anything is granted
     */
    public boolean answer(String requestId, List<Decision> answer, String agreementSince) {
        HolderRequest request = agreed(requests.get(requestId), agreementSince);
        Offering offering = offerings.lock(request.offeringId());
        request.checkAnswer(answer, sells(offering, request.holderId()));
        new BlueSky(states.latest(offering.id()), requests.ofOffering(offering.id())).checkAnswer(request, answer);
        boolean granted = answer.stream().anyMatch(decision -> decision.outcome() == Outcome.GRANTED);
        requests.answered(requestId, answer, granted ? State.GRANTED : State.REFUSED, user.id(), clock.instant());
        caseFile.on(subject(request), request.kind().clause())
                .input("requestId", requestId)
                .input("answer", answer)
                .write(granted ? "Request of the Holder granted" : "Request of the Holder refused");
        return granted;
    }

    /** @param complete whether nothing remains to be done */
    public void fulfil(String requestId, List<Fulfilment> evidence, boolean complete) {
        HolderRequest request = requests.get(requestId);
        request.checkFulfilment(evidence, complete, today());
        requests.add(requestId, evidence);
        if (complete) {
            requests.enter(requestId, State.FULFILLED);
        }
        caseFile.on(subject(request), request.kind().clause())
                .input("requestId", requestId)
                .input("evidence", evidence)
                .write(complete ? "Request of the Holder fulfilled" : "Part of a request fulfilled");
    }

    /** What is over already stays as it is. */
    @Implements(Clause.S8_A)
    public void markMoot(String requestId) {
        HolderRequest request = requests.get(requestId);
        if (request.endsWithWithdrawal()) {
            requests.enter(requestId, State.MOOT);
            caseFile.on(subject(request), Clause.S8_A)
                    .input("requestId", requestId)
                    .write("Request of the Holder moot: the offering was withdrawn");
        }
    }

    public HolderRequest get(String requestId) {
        return requests.get(requestId);
    }

    public boolean stillSells(HolderRequest request) {
        return sells(offerings.get(request.offeringId()), request.holderId());
    }

    private boolean sells(Offering offering, String holderId) {
        ElectionKey key = new ElectionKey(offering.id(), holderId);
        BigInteger requested = elections
                .find(key)
                .orElseThrow(
                        () -> Refusal.unknown("holderId", holderId + " has no election in offering " + offering.id()))
                .requested();
        return HolderRequest.sells(offering, requested, allocated(offering.id(), holderId));
    }

    /** Null while no allocation is approved. */
    private BigInteger allocated(String offeringId, String holderId) {
        return allocations
                .find(offeringId)
                .filter(round -> round.approvedBy() != null)
                .map(round -> allocations.lines(round).stream()
                        .filter(line -> line.holderId().equals(holderId))
                        .map(Line::allocated)
                        .findFirst()
                        .orElse(BigInteger.ZERO))
                .orElse(null);
    }

    private HolderRequest agreed(HolderRequest request, String agreementSince) {
        HolderRequest.checkConfidentialityAgreement(request.kind(), agreementSince);
        if (agreementSince == null) {
            return request;
        }
        requests.agreed(request.id(), agreementSince);
        caseFile.on(subject(request), Clause.S4_G)
                .input("requestId", request.id())
                .input("confidentialityAgreement", agreementSince)
                .write("Confidentiality agreement received");
        return requests.get(request.id());
    }

    private LocalDate received(LocalDate given, Offering offering) {
        if (given == null) {
            return today();
        }
        if (given.isAfter(today())) {
            throw Refusal.invalid(Variables.RECEIVED_ON, given + " is in the future");
        }
        LocalDate determinedOn = agreement.day(offering.determinedAt());
        if (given.isBefore(determinedOn)) {
            throw Refusal.invalid(Variables.RECEIVED_ON, given + " is before the determination, " + determinedOn);
        }
        return given;
    }

    private LocalDate today() {
        return agreement.day(clock.instant());
    }

    private String id(String businessKey, LocalDate received) {
        if (businessKey == null) {
            String id;
            do {
                id = "REQ-" + received.getYear() + "-" + requests.drawNumber(clock.instant());
            } while (requests.exists(id));
            return id;
        }
        if (!ID.matcher(businessKey).matches()) {
            throw Refusal.invalid("businessKey", "'" + businessKey + "' is not of the form REQ-2027-1");
        }
        return businessKey;
    }

    private static CaseSubject subject(HolderRequest request) {
        return CaseSubject.matter(request.id()).in(request.offeringId()).of(request.holderId());
    }
}
