package org.registrationrights.process.piggyback;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.csv.CsvRefusal;
import org.registrationrights.csv.CsvRefusal.Fault;
import org.registrationrights.notice.Answer;
import org.registrationrights.notice.Communication;
import org.registrationrights.notice.CommunicationRepository;
import org.registrationrights.notice.DeemedReceipt.Direction;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.DeliveryFile;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.notice.ElectionRepository;
import org.registrationrights.notice.ElectionWindow;
import org.registrationrights.notice.EvidenceCorrection;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.notice.LateCommunicationRepository;
import org.registrationrights.notice.LateCommunicationRepository.Kind;
import org.registrationrights.notice.NoticeAndElection;
import org.registrationrights.offering.AllocationRepository;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.process.piggyback.ElectionEvidence.Basis;
import org.registrationrights.register.Holder;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One Holder's election: its evidence is stored, and what it makes of the election is worked out anew each time. */
@Component
@Transactional
public class Elections {

    /** A clock at the sender that runs ahead a little is no reason to refuse its evidence. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * What became of an answer that was stored.
     *
     * @param communicationId by which it can be corrected, such as {@code C-17}
     * @param inTime null where no day counts as that of its receipt
     * @param aboveHolding whether it asks for more than is held, which is counted then
     * @param reason why it is in time or not
     */
    public record AnswerReceipt(
            String communicationId,
            LocalDate givenOn,
            Boolean inTime,
            LocalDate lastDay,
            boolean aboveHolding,
            String reason) {}

    private final ElectionRepository elections;
    private final CommunicationRepository communications;
    private final LateCommunicationRepository late;
    private final OfferingRepository offerings;
    private final AllocationRepository allocations;
    private final RegisterRepository register;
    private final ElectionEvidence evidence;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Elections(
            ElectionRepository elections,
            CommunicationRepository communications,
            LateCommunicationRepository late,
            OfferingRepository offerings,
            AllocationRepository allocations,
            RegisterRepository register,
            ElectionEvidence evidence,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.elections = elections;
        this.communications = communications;
        this.late = late;
        this.offerings = offerings;
        this.allocations = allocations;
        this.register = register;
        this.evidence = evidence;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Stores evidence that the notice was delivered, or of an attempt to.
     *
     * @param receiptId the sender's own id of it; null where a person filled in a form
     */
    @Implements({Clause.S2_1_B, Clause.S11_1_A})
    public void recordDelivery(ElectionKey key, Delivery delivery, String receiptId) {
        HolderElection election = lock(key);
        check(delivery, null);
        if (election.dispatchId() == null) {
            throw Refusal.conflict(
                    "holderId", "the notice to " + key.holderId() + " is not drawn up yet; repeat it", Clause.S2_1_B);
        }
        communications.of(key, Direction.NOTICE_TO_HOLDER).stream()
                .filter(stored -> stored.delivery().equals(delivery))
                .findFirst()
                .ifPresent(stored -> {
                    throw Refusal.conflict("delivery", "is recorded already as " + stored.name(), Clause.S11_1_A);
                });
        long id = communications.add(entry(key, delivery, null, receiptId));
        delivered(election, delivery).write("Delivery of the notice recorded");
        judgeAfterDelivery(election, id);
    }

    /**
     * Stores the evidence of a whole file or nothing.
     *
     * @throws CsvRefusal with everything that is wrong with it
     */
    @Implements({Clause.S2_1_B, Clause.S11_1_A})
    public void recordDeliveries(String offeringId, DeliveryFile file, String receiptId) {
        offerings.lock(offeringId);
        Map<String, HolderElection> addressees = elections.lockAll(
                offeringId,
                file.rows().stream()
                        .map(DeliveryFile.Row::holderId)
                        .filter(Objects::nonNull)
                        .toList());
        List<Fault> faults = file.faultsAgainst(
                register.holders().stream().map(Holder::id).collect(Collectors.toSet()),
                addressees,
                communications.ofOffering(offeringId, Direction.NOTICE_TO_HOLDER),
                clock.instant().plus(SKEW));
        if (!faults.isEmpty()) {
            throw new CsvRefusal(faults);
        }
        communications.add(file.rows().stream()
                .map(row -> entry(new ElectionKey(offeringId, row.holderId()), row.delivery(), null, receiptId))
                .toList());
        caseFile.write(
                file.rows().stream()
                        .map(row -> delivered(addressees.get(row.holderId()), row.delivery()))
                        .toList(),
                "Delivery of the notice recorded");
        for (HolderElection election : addressees.values()) {
            if (election.state() == State.CLOSED) {
                List<Communication> sent = communications.of(election.key(), Direction.NOTICE_TO_HOLDER);
                judgeAfterDelivery(election, sent.get(sent.size() - 1).id());
            }
        }
    }

    private CaseNotes.Note delivered(HolderElection election, Delivery delivery) {
        return caseFile.on(election.key(), Clause.S2_1_B)
                .input("dispatchId", election.dispatchId())
                .input("delivery", delivery);
    }

    /** A window that runs is the instance's affair. */
    private void judgeAfterDelivery(HolderElection election, long communicationId) {
        if (election.state() == State.CLOSED) {
            judge(election.key());
            if (isFiled(election.key())) {
                late.found(communicationId, election.key(), Kind.AFTER_FILING, clock.instant());
            }
        }
    }

    /**
     * Stores an answer, whatever the state: it is judged by its recorded receipt.
     *
     * @param receiptId the sender's own id of it; null where a person filled in a form
     */
    @Implements(Clause.S2_1_C)
    public AnswerReceipt recordAnswer(ElectionKey key, Delivery delivery, Answer answer, String receiptId) {
        HolderElection election = lock(key);
        check(delivery, answer);
        long id = communications.add(entry(key, delivery, answer, receiptId));
        AnswerReceipt receipt = receipt(election, id, delivery, answer);
        caseFile.on(key, Clause.S2_1_C)
                .input("answer", answer)
                .input("delivery", delivery)
                .result("givenOn", receipt.givenOn())
                .result("inTime", receipt.inTime())
                .result("aboveHolding", receipt.aboveHolding())
                .result("reason", receipt.reason())
                .policies(evidence.basis(key.offeringId()).policies().only(NoticeAndElection.POLICIES))
                .write("Answer of the Holder recorded");
        leaveToAPerson(key, receipt);
        judge(key);
        return receipt;
    }

    /** What a person has let in counts from now on. */
    public void admitted(ElectionKey key) {
        lock(key);
        judge(key);
    }

    /** Evidence was replaced or struck: the election is worked out as if it had always been so. */
    @Implements({Clause.S2_1_C, Clause.S2_1_D, Clause.S11_1_A})
    public void corrected(EvidenceCorrection correction) {
        ElectionKey key = correction.election();
        HolderElection election = lock(key);
        Long replacementId = correction.replacementId();
        if (isFiled(key)) {
            late.found(
                    replacementId == null ? correction.communicationId() : replacementId,
                    key,
                    Kind.AFTER_FILING,
                    clock.instant());
        } else if (replacementId != null) {
            Communication replacement = communications.get(key.offeringId(), replacementId);
            if (replacement.answer() != null) {
                leaveToAPerson(key, receipt(election, replacementId, replacement.delivery(), replacement.answer()));
            }
        }
        judge(key);
    }

    /** Closes the election of a Holder whom no notice has reached, on counsel's ground (2.1). */
    public void goOnWithoutNotice(ElectionKey key, String ground) {
        elections.lock(key);
        elections.closedWithoutNotice(key, ground, user.id(), clock.instant());
        caseFile.on(key, Clause.S2_1_B)
                .input("ground", ground)
                .write("Offering goes on without an effective notice to the Holder");
    }

    /** The notice goes out once more; the days after which it is overdue run anew. */
    public void sendNoticeAgain(ElectionKey key) {
        HolderElection election = elections.lock(key);
        elections.dispatched(key, election.dispatchId(), clock.instant());
        caseFile.on(key, Clause.S2_1_B)
                .input("dispatchId", election.dispatchId())
                .write("Notice to be sent again by registered or certified mail");
    }

    /** Reminds the Holder of the end of its window once, unless the offering need not wait for it. */
    public void remind(ElectionKey key) {
        HolderElection election = elections.lock(key);
        ElectionWindow window = evidence.window(key);
        if (window != null && !election.settled() && !election.isReminded(window)) {
            elections.reminded(key, clock.instant());
            caseFile.on(key, Clause.S2_1_D)
                    .input("lastDay", window.lastDay())
                    .write("Holder reminded of the end of its window");
        }
    }

    public Instant noticeOverdueAt(ElectionKey key) {
        return elections.lock(key).noticeOverdueAt();
    }

    /** Works out deemed receipt and window from all evidence so far; null while no notice is effective. */
    public ElectionWindow computeWindow(ElectionKey key) {
        HolderElection election = elections.lock(key);
        Basis basis = evidence.basis(key.offeringId());
        NoticeAndElection notice = evidence.notice(key, basis);
        ElectionWindow window = ElectionEvidence.window(notice);
        noticed(election, notice, basis);
        if (window == null) {
            elections.awaitsNotice(key);
        } else if (election.state() == State.NOTICE) {
            elections.opened(key);
        }
        return window;
    }

    /** Stores what the evidence makes of the notice, and notes it where that is news. */
    private void noticed(HolderElection election, NoticeAndElection notice, Basis basis) {
        ElectionKey key = election.key();
        ElectionWindow window = ElectionEvidence.window(notice);
        if (election.isNoticed(notice == null ? null : notice.notice(), window)) {
            return;
        }
        elections.noticed(key, notice == null ? null : notice.notice(), window);
        CaseNotes.Note note =
                caseFile.on(key, Clause.S2_1_D).policies(basis.policies().only(NoticeAndElection.POLICIES));
        if (notice != null) {
            note.result("status", notice.notice().status())
                    .result("basis", notice.notice().basis())
                    .result("receivedOn", notice.notice().effectiveDate())
                    .steps(notice.explain(null));
        }
        if (window != null) {
            note.result("tenthDay", window.tenthDay())
                    .result("lastDay", window.lastDay())
                    .result("closesAt", window.deadlineExclusive());
        }
        note.write(window == null ? "Notice is not effective" : "Election window computed");
    }

    /**
     * Which answer counts by now, and whether the election is closed. A closed one is asked again whenever evidence comes,
     * until the filing: it is reopened, and all allocation so far set aside, where its window turns out to be open and the
     * offering has to wait for its Holder, or where another request counts than the allocation rests on.
     */
    @Implements({Clause.S2_1_C, Clause.S2_1_D, Clause.S2_1_F})
    public void judge(ElectionKey key) {
        HolderElection election = elections.lock(key);
        Basis basis = evidence.basis(key.offeringId());
        Phase phase = basis.offering().phase();
        boolean closed = election.state() == State.CLOSED;
        boolean open = election.state() == State.OPEN && phase != Phase.WITHDRAWN;
        if (!open && !(closed && phase.isBeforeFiling())) {
            return;
        }
        boolean waiting = phase == Phase.ELECTION;
        NoticeAndElection notice = evidence.notice(key, basis);
        ElectionWindow window = ElectionEvidence.window(notice);
        Optional<Answer> answer = evidence.answer(key, window, basis);
        BigInteger held = election.registrableShares();
        BigInteger requested =
                answer.map(counting -> counting.requestedOf(held)).orElse(null);
        boolean settles = answer.map(counting -> counting.settles(held)).orElse(false);
        boolean over = window != null
                && !clock.instant().isBefore(window.deadlineExclusive().toInstant());
        // where the notice fell away, its window did
        boolean mustWait = closed && (window == null ? election.closesAt() != null : !over && !settles);
        boolean allocatedOtherwise =
                !waiting && phase.isBeforeFiling() && !Objects.equals(requested, election.requested());
        noticed(election, notice, basis);
        elections.judged(key, answer.orElse(null), requested, closed || settles);
        if (mustWait || allocatedOtherwise) {
            reopen(election, requested, window);
        } else if (open
                && (over || !waiting || answer.map(Answer::declaredFinal).orElse(false))) {
            close(election, answer.orElse(null), requested, window, basis);
        }
    }

    private void reopen(HolderElection election, BigInteger requested, ElectionWindow window) {
        ElectionKey key = election.key();
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

    private void close(
            HolderElection election, Answer answer, BigInteger requested, ElectionWindow window, Basis basis) {
        elections.closed(election.key(), State.CLOSED, clock.instant());
        caseFile.on(election.key(), answer == null ? Clause.S2_1_F : Clause.S2_1_C)
                .input("lastDay", window == null ? null : window.lastDay())
                .input("registrableShares", election.registrableShares())
                .result("answer", answer == null ? null : answer.kind())
                .result("requested", requested)
                .policies(basis.policies().only(NoticeAndElection.POLICIES))
                .write(answer == null ? "No request in time: the right lapses for this offering" : "Election closed");
    }

    /** Marks the election void, as its offering was withdrawn (8). */
    public void voidElection(ElectionKey key) {
        elections.lock(key);
        elections.closed(key, State.VOID, clock.instant());
        caseFile.on(key, Clause.S8_A).write("Election void: the offering was withdrawn");
    }

    /** The offering before its elections: whoever needs both takes them in that order. */
    private HolderElection lock(ElectionKey key) {
        offerings.lock(key.offeringId());
        return elections.lock(key);
    }

    private boolean isFiled(ElectionKey key) {
        Phase phase = offerings.get(key.offeringId()).phase();
        return !phase.isBeforeFiling() && phase != Phase.WITHDRAWN;
    }

    /** Has a person look at an answer that its window does not settle; in a withdrawn offering nothing hangs on it. */
    private void leaveToAPerson(ElectionKey key, AnswerReceipt receipt) {
        Kind kind;
        if (offerings.get(key.offeringId()).phase() == Phase.WITHDRAWN) {
            return;
        } else if (receipt.givenOn() == null) {
            kind = Kind.UNLISTED_WAY;
        } else if (!receipt.inTime()) {
            kind = Kind.LATE_ANSWER;
        } else if (isFiled(key)) {
            kind = Kind.AFTER_FILING;
        } else {
            return;
        }
        late.found(Communication.id("communicationId", receipt.communicationId()), key, kind, clock.instant());
    }

    private AnswerReceipt receipt(HolderElection election, long id, Delivery delivery, Answer answer) {
        Basis basis = evidence.basis(election.key().offeringId());
        LocalDate givenOn =
                evidence.receipt(delivery, Direction.ELECTION_TO_COMPANY, basis).effectiveDate();
        ElectionWindow window = evidence.window(election.key());
        Boolean inTime = givenOn == null ? null : window == null || window.isTimely(givenOn);
        return new AnswerReceipt(
                Communication.name(id),
                givenOn,
                inTime,
                givenOn == null || window == null ? null : window.lastDay(),
                answer.requestedOf(election.registrableShares()).compareTo(election.registrableShares()) > 0,
                reason(givenOn, window, basis.offering().phase()));
    }

    private static String reason(LocalDate givenOn, ElectionWindow window, Phase phase) {
        if (phase == Phase.WITHDRAWN) {
            return "the offering is withdrawn: nothing hangs on it any more (Section 8)";
        }
        if (givenOn == null) {
            return "no way of delivery that Section 11.1 gives a day; a person looks at it";
        }
        if (window == null) {
            return "it came before the notice counts as received";
        }
        if (!window.isTimely(givenOn)) {
            return "given after the last day of the window: the right has lapsed for this offering (Section 2.1)";
        }
        return phase.isBeforeFiling()
                ? "given by the last day of the window"
                : "given by the last day of the window, but the statement is filed: counsel decides";
    }

    private CommunicationRepository.Entry entry(ElectionKey key, Delivery delivery, Answer answer, String receiptId) {
        return new CommunicationRepository.Entry(key, null, delivery, answer, receiptId, clock.instant(), user.id());
    }

    /**
     * @param answer null for a notice
     * @throws Refusal for evidence of what has not happened yet, and for more shares than are ever kept
     */
    void check(Delivery delivery, Answer answer) {
        Instant latest = clock.instant().plus(SKEW);
        delivery.instants().forEach((field, at) -> {
            if (at.isAfter(latest)) {
                throw Refusal.invalid(field, at + " is in the future", Clause.S11_1_A);
            }
        });
        if (answer != null) {
            Input.checked("shares", answer.shares());
        }
    }
}
