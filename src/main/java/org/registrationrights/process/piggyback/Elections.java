package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.calendar.Holidays;
import org.registrationrights.explanation.Step;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.AnswerInTime;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.ElectionWindow;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.Kind;
import org.registrationrights.notice.LateCommunicationRepository.LateCommunication;
import org.registrationrights.notice.NoticeAndElection;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One Holder's election: its evidence is stored, and what it makes of the election is worked out anew each time. */
@Component
@Transactional
public class Elections {

    /** A clock at the sender that runs ahead a little is no reason to refuse its evidence. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** What became of an answer that was stored: in time or not, and why. */
    public record AnswerReceipt(LocalDate givenOn, Boolean inTime, LocalDate lastDay, String reason) {}

    /** What is asked of an offering's day: terms and policies as of its determination. */
    private record Basis(AgreementTerms terms, Policies policies, Offering offering) {}

    private final ElectionRepository elections;
    private final OfferingRepository offerings;
    private final LateCommunicationRepository late;
    private final AllocationRepository allocations;
    private final Agreement agreement;
    private final Holidays holidays;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Elections(
            ElectionRepository elections,
            OfferingRepository offerings,
            LateCommunicationRepository late,
            AllocationRepository allocations,
            Agreement agreement,
            Holidays holidays,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.elections = elections;
        this.offerings = offerings;
        this.late = late;
        this.allocations = allocations;
        this.agreement = agreement;
        this.holidays = holidays;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** Stores evidence that the notice was delivered, or of an attempt to. */
    @Implements({Clause.S2_1_B, Clause.S11_1_A})
    public void recordDelivery(ElectionKey key, Delivery delivery) {
        HolderElection election = lock(key);
        notInFuture(delivery);
        if (election.dispatchId() == null) {
            throw Refusal.conflict(
                    "holderId", "the notice to " + key.holderId() + " is not drawn up yet; repeat it", Clause.S2_1_B);
        }
        elections.add(key, Direction.NOTICE_TO_HOLDER, delivery, null, clock.instant(), user.id());
        caseFile.on(key, Clause.S2_1_B)
                .input("dispatchId", election.dispatchId())
                .input("delivery", delivery)
                .write("Delivery of the notice recorded");
        reconsider(key);
        if (!basis(key).offering.phase().isBeforeFiling() && election.state() == State.CLOSED) {
            List<Communication> sent = elections.communications(key, Direction.NOTICE_TO_HOLDER);
            late.found(sent.get(sent.size() - 1).id(), key, Kind.AFTER_FILING, clock.instant());
        }
    }

    /** Stores an answer, whatever the state: it is judged by its recorded receipt. */
    @Implements(Clause.S2_1_C)
    public AnswerReceipt recordAnswer(ElectionKey key, Delivery delivery, Answer answer) {
        lock(key);
        notInFuture(delivery);
        Input.checked("shares", answer.shares());
        elections.add(key, Direction.ELECTION_TO_COMPANY, delivery, answer, clock.instant(), user.id());
        judge(key);
        AnswerReceipt receipt = receipt(key, delivery);
        caseFile.on(key, Clause.S2_1_C)
                .input("answer", answer)
                .input("delivery", delivery)
                .result("givenOn", receipt.givenOn())
                .result("inTime", receipt.inTime())
                .result("reason", receipt.reason())
                .policies(basis(key).policies.only(NoticeAndElection.POLICIES))
                .write("Answer of the Holder recorded");
        if (lateKind(receipt, basis(key)) != null) {
            late.found(lastCommunication(key), key, lateKind(receipt, basis(key)), clock.instant());
        }
        reconsider(key);
        return receipt;
    }

    /** What a person has let in counts from now on. */
    public void admitted(ElectionKey key) {
        judge(key);
        reconsider(key);
    }

    private static Kind lateKind(AnswerReceipt receipt, Basis basis) {
        if (receipt.givenOn() == null) {
            return Kind.UNLISTED_WAY;
        }
        if (!receipt.inTime()) {
            return Kind.LATE_ANSWER;
        }
        return basis.offering.phase().isBeforeFiling() ? null : Kind.AFTER_FILING;
    }

    private long lastCommunication(ElectionKey key) {
        List<Communication> answers = elections.communications(key, Direction.ELECTION_TO_COMPANY);
        return answers.get(answers.size() - 1).id();
    }

    /**
     * Asks again of a closed election what late evidence makes of it. Until the filing an answer that turns out to be in
     * time, or a window that turns out to be open, reopens it, and all allocation so far is set aside.
     */
    @Implements({Clause.S2_1_C, Clause.S2_1_D})
    public void reconsider(ElectionKey key) {
        HolderElection election = lock(key);
        Basis basis = basis(key);
        if (election.state() != State.CLOSED || !basis.offering.phase().isBeforeFiling()) {
            return;
        }
        ElectionWindow window = window(key);
        BigInteger requested = counting(key, window, basis)
                .map(answer -> answer.requestedOf(election.registrableShares()))
                .orElse(null);
        boolean windowMoved =
                window != null && !window.deadlineExclusive().toInstant().equals(election.closesAt());
        boolean openAgain = windowMoved
                && clock.instant().isBefore(window.deadlineExclusive().toInstant());
        boolean otherRequest = !Objects.equals(requested, election.requested());
        boolean waiting = basis.offering.phase() == Phase.ELECTION;
        if (openAgain || otherRequest && !waiting) {
            elections.reopened(key);
            allocations.overtake(key.offeringId());
            offerings.enter(key.offeringId(), Phase.ELECTION);
            caseFile.on(key, Clause.S2_1_D)
                    .input("requestedBefore", election.requested())
                    .input("lastDayBefore", election.lastDay())
                    .result("requested", requested)
                    .result("lastDay", window == null ? null : window.lastDay())
                    .write("Election reopened by late evidence");
        }
    }

    /** Closes the election of a Holder whom no notice has reached, on counsel's ground (2.1). */
    public void goOnWithoutNotice(ElectionKey key, String ground) {
        lock(key);
        elections.closedWithoutNotice(key, ground, user.id(), clock.instant());
        caseFile.on(key, Clause.S2_1_B)
                .input("ground", ground)
                .write("Offering goes on without an effective notice to the Holder");
    }

    /** The notice goes out once more; the days after which it is overdue run anew. */
    public void sendNoticeAgain(ElectionKey key) {
        HolderElection election = lock(key);
        elections.dispatched(key, election.dispatchId(), clock.instant());
        caseFile.on(key, Clause.S2_1_B)
                .input("dispatchId", election.dispatchId())
                .write("Notice to be sent again by registered or certified mail");
    }

    /** Reminds the Holder once, unless the offering need not wait for it. */
    public void remind(ElectionKey key) {
        HolderElection election = elections.lock(key);
        if (election.remindedAt() == null && !election.settled()) {
            elections.reminded(key, clock.instant());
            caseFile.on(key, Clause.S2_1_D)
                    .input("lastDay", election.lastDay())
                    .write("Holder reminded of the end of its window");
        }
    }

    public Instant noticeOverdueAt(ElectionKey key) {
        return elections.lock(key).noticeOverdueAt();
    }

    /** The Holder's window by all evidence so far, or null while there is none. */
    public ElectionWindow window(ElectionKey key) {
        return elections.communications(key, Direction.NOTICE_TO_HOLDER).isEmpty()
                ? null
                : noticeAndWindow(key).window();
    }

    /** Works out deemed receipt and window from all evidence so far; null while no window is open. */
    public ElectionWindow computeWindow(ElectionKey key) {
        elections.lock(key);
        if (elections.communications(key, Direction.NOTICE_TO_HOLDER).isEmpty()) {
            return null;
        }
        NoticeAndElection notice = noticeAndWindow(key);
        elections.noticed(key, notice.notice(), notice.window());
        ElectionWindow window = notice.window();
        CaseNotes.Note note = caseFile.on(key, Clause.S2_1_D)
                .policies(basis(key).policies.only(NoticeAndElection.POLICIES))
                .result("status", notice.notice().status())
                .result("basis", notice.notice().basis())
                .result("receivedOn", notice.notice().effectiveDate())
                .steps(notice.explain(null));
        if (window != null) {
            note.result("tenthDay", window.tenthDay())
                    .result("lastDay", window.lastDay())
                    .result("closesAt", window.deadlineExclusive());
        }
        note.write(window == null ? "Notice is not effective" : "Election window computed");
        return window;
    }

    /** How the window came about, from all evidence so far. */
    public List<Step> explainWindow(ElectionKey key) {
        return noticeAndWindow(key).explain(null);
    }

    /**
     * Which answer counts by now, and whether the election is closed. Evidence that comes late is still judged while
     * other windows keep the offering waiting.
     */
    @Implements({Clause.S2_1_C, Clause.S2_1_F})
    public void judge(ElectionKey key) {
        HolderElection election = elections.lock(key);
        Basis basis = basis(key);
        boolean waiting = basis.offering.phase() == Phase.ELECTION;
        if (election.state() != State.OPEN && !(election.state() == State.CLOSED && waiting)) {
            return;
        }
        Optional<Answer> counting = counting(key, window(key), basis);
        BigInteger held = election.registrableShares();
        Answer answer = counting.orElse(null);
        BigInteger requested =
                counting.map(counted -> counted.requestedOf(held)).orElse(null);
        boolean closed = election.state() == State.CLOSED;
        boolean settled =
                closed || counting.map(counted -> counted.settles(held)).orElse(false);
        elections.judged(key, answer, requested, settled);
        boolean windowOver = election.closesAt() != null && !clock.instant().isBefore(election.closesAt());
        boolean declaredFinal = counting.map(Answer::declaredFinal).orElse(false);
        if (!closed && (windowOver || declaredFinal || !waiting)) {
            elections.closed(key, State.CLOSED, clock.instant());
            caseFile.on(key, answer == null ? Clause.S2_1_F : Clause.S2_1_C)
                    .input("lastDay", election.lastDay())
                    .input("registrableShares", held)
                    .result("answer", answer == null ? null : answer.kind())
                    .result("requested", requested)
                    .policies(basis.policies.only(NoticeAndElection.POLICIES))
                    .write(
                            answer == null
                                    ? "No request in time: the right lapses for this offering"
                                    : "Election closed");
        }
    }

    /** Marks the election void, as its offering was withdrawn (8). */
    public void voidElection(ElectionKey key) {
        elections.lock(key);
        elections.closed(key, State.VOID, clock.instant());
        caseFile.on(key, Clause.S8_A).write("Election void: the offering was withdrawn");
    }

    /** The offering before a closed election of it: whoever needs both takes them in that order. */
    private HolderElection lock(ElectionKey key) {
        if (elections.find(key).map(HolderElection::state).orElse(null) == State.CLOSED) {
            offerings.lock(key.offeringId());
        }
        return elections.lock(key);
    }

    /** The last answer in time, unless a later one was let in. */
    private Optional<Answer> counting(ElectionKey key, ElectionWindow window, Basis basis) {
        List<Communication> answers = elections.communications(key, Direction.ELECTION_TO_COMPANY);
        Set<Long> letIn = late.of(key).stream()
                .filter(communication -> Boolean.TRUE.equals(communication.letIn()))
                .map(LateCommunication::communicationId)
                .collect(Collectors.toSet());
        return answers.stream()
                .filter(answer -> letIn.contains(answer.id()))
                .reduce((earlier, later) -> later)
                .or(() -> AnswerInTime.of(answers, window, holidays, basis.terms, basis.policies))
                .map(Communication::answer);
    }

    private AnswerReceipt receipt(ElectionKey key, Delivery delivery) {
        Basis basis = basis(key);
        LocalDate givenOn = AnswerInTime.givenOn(delivery, holidays, basis.terms, basis.policies);
        ElectionWindow window = window(key);
        if (givenOn == null) {
            return new AnswerReceipt(
                    null, null, null, "no way of delivery that Section 11.1 gives a day; a person looks at it");
        }
        if (window == null) {
            return new AnswerReceipt(givenOn, true, null, "it came before the notice counts as received");
        }
        boolean inTime = window.isTimely(givenOn);
        boolean counts = basis.offering.phase().isBeforeFiling();
        String reason = inTime
                ? counts
                        ? "given by the last day of the window"
                        : "given by the last day of the window, but the statement is filed: counsel decides"
                : "given after the last day of the window: the right has lapsed for this offering (Section 2.1)";
        return new AnswerReceipt(givenOn, inTime, window.lastDay(), reason);
    }

    private NoticeAndElection noticeAndWindow(ElectionKey key) {
        Basis basis = basis(key);
        Map<Object, Delivery> byDispatch = new LinkedHashMap<>();
        for (Communication sent : elections.communications(key, Direction.NOTICE_TO_HOLDER)) {
            // the latest evidence of one dispatch stands for it: a return card or a confirmation comes afterwards
            byDispatch.put(sent.delivery().dispatch().orElse(sent.id()), sent.delivery());
        }
        List<Delivery> deliveries = List.copyOf(byDispatch.values());
        return NoticeAndElection.of(deliveries, null, holidays, basis.terms, basis.policies);
    }

    private Basis basis(ElectionKey key) {
        Offering offering = offerings.get(key.offeringId());
        LocalDate day = agreement.day(offering.determinedAt());
        return new Basis(agreement.termsAsOf(day), agreement.policiesAsOf(day), offering);
    }

    private void notInFuture(Delivery delivery) {
        Instant latest = clock.instant().plus(SKEW);
        delivery.instants().forEach((field, at) -> {
            if (at.isAfter(latest)) {
                throw Refusal.invalid(field, at + " is in the future", Clause.S11_1_A);
            }
        });
    }
}
