package org.registrationrights.process.standoff;

import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.register.Holding;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.standoff.MarketStandoff;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.Standoff.State;
import org.registrationrights.standoff.StandoffHolder;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.registrationrights.standoff.StandoffHolderRepository;
import org.registrationrights.standoff.StandoffRepository;
import org.registrationrights.standoff.StandoffRequest.Requester;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stand-offs from the request to the release of the stop on transfers (7). */
@Component
@Transactional
public class Standoffs {

    private static final Pattern ID = Pattern.compile("STO-\\d{4}-[1-9]\\d{0,8}");

    private final StandoffRepository standoffs;
    private final StandoffHolderRepository holders;
    private final OfferingRepository offerings;
    private final RegisterRepository register;
    private final StandoffCorrespondence letters;
    private final Agreement agreement;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Standoffs(
            StandoffRepository standoffs,
            StandoffHolderRepository holders,
            OfferingRepository offerings,
            RegisterRepository register,
            StandoffCorrespondence letters,
            Agreement agreement,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.standoffs = standoffs;
        this.holders = holders;
        this.offerings = offerings;
        this.register = register;
        this.letters = letters;
        this.agreement = agreement;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param businessKey the stand-off's id; null where one is to be assigned
     * @param requester who asked, by name
     * @param requestedOn null for today
     * @throws Refusal for one who may not ask, and for no day or more than the longest period
     */
    Standoff record(
            String businessKey,
            Offering offering,
            Requester requestedBy,
            String requester,
            BigInteger days,
            LocalDate requestedOn,
            String evidence) {
        LocalDate today = dates.day(clock.instant());
        LocalDate asked = requestedOn == null ? today : dates.notInFuture("requestedOn", requestedOn);
        Standoff standoff = Standoff.requested(
                id(businessKey, asked),
                offering.id(),
                requestedBy,
                requester,
                offering.managingUnderwriter(),
                asked,
                days,
                evidence,
                dates.day(offering.registration().effectiveAt()),
                agreement.termsAsOf(asked),
                agreement.policiesAsOf(asked));
        standoffs.insert(standoff, clock.instant(), user.id());
        notePeriod(standoff)
                .input("requestedBy", requestedBy)
                .input("requester", requester)
                .input("days", days)
                .input("evidence", evidence)
                .write(
                        standoff.state() == State.STALE
                                ? "Stand-off asked for when its days had run out"
                                : "Stand-off asked for");
        return standoff;
    }

    private String id(String businessKey, LocalDate requestedOn) {
        if (businessKey == null) {
            String id;
            do {
                id = "STO-" + requestedOn.getYear() + "-" + standoffs.drawNumber(clock.instant());
            } while (standoffs.exists(id));
            return id;
        }
        if (!ID.matcher(businessKey).matches()) {
            throw Refusal.invalid("businessKey", "'" + businessKey + "' is not of the form STO-2027-1");
        }
        return businessKey;
    }

    /**
     * What counsel says of a stand-off whose days had run out: a shelf statement is effective long before its takedown.
     *
     * @param countedFrom the effective date that counts; null where no day is left
     */
    Standoff decideEffectiveDate(String standoffId, LocalDate countedFrom, String ground) {
        Standoff standoff = standoffs.lock(standoffId);
        if (countedFrom == null) {
            standoffs.enter(standoffId, State.NO_EFFECT);
            note(standoff).input("ground", ground).write("No day left for the stand-off");
            return standoffs.get(standoffId);
        }
        dates.notInFuture("countedFrom", countedFrom);
        dates.notBefore("countedFrom", countedFrom, standoff.countedFrom(), "the effectiveness of the statement");
        LocalDate asked = standoff.requestedOn();
        standoffs.countedFrom(
                standoff.countedFrom(countedFrom, ground, agreement.termsAsOf(asked), agreement.policiesAsOf(asked)),
                user.id());
        notePeriod(standoffs.get(standoffId)).input("ground", ground).write("Effective date of the stand-off decided");
        return standoffs.get(standoffId);
    }

    /** Lists every Holder of the day, selling or not; who becomes one later is listed with its own request. */
    void listHolders(String standoffId) {
        Standoff standoff = standoffs.lock(standoffId);
        LocalDate today = dates.day(clock.instant());
        List<Holding> bound = register.holdersOn(today, agreement.policiesAsOf(today));
        bound.forEach(
                holding -> holders.list(new Key(standoffId, holding.holder().id())));
        note(standoff).input("asOf", today).result("holders", bound.size()).write("Holders of the day listed");
    }

    /**
     * Draws up the requests to the next Holders, each under its dispatch id.
     *
     * @return whether none is left
     */
    @Implements(Clause.S7_A)
    boolean drawUpRequests(String standoffId, int most) {
        Standoff standoff = standoffs.lock(standoffId);
        holders.nextToDrawUp(standoffId, most).stream().map(StandoffHolder::key).forEach(this::drawUp);
        boolean noneLeft = holders.nextToDrawUp(standoffId, 1).isEmpty();
        if (noneLeft) {
            note(standoff).write("Requests for the stand-off drawn up");
        }
        return noneLeft;
    }

    void drawUp(Key key) {
        letters.request(standoffs.get(key.standoffId()), key);
        holders.drawnUp(key);
    }

    /** Whether the Company stops transfers of Registrable Shares until the days are over. */
    @Implements(Clause.S7_D)
    void decideOnStopTransfer(String standoffId, boolean imposed, String ground) {
        Standoff standoff = standoffs.lock(standoffId);
        standoffs.stopDecided(standoffId, imposed, ground, user.id());
        note(standoff, Clause.S7_D)
                .input("ground", ground)
                .write(imposed ? "Stop on transfers imposed" : "No stop on transfers imposed");
    }

    /** Draws up the instruction to the transfer agent. */
    @Implements(Clause.S7_D)
    void instructStop(String standoffId) {
        Standoff standoff = lockWithOffering(standoffId);
        standoffs.stopInstructed(standoffId, clock.instant());
        letters.stopTransfers(standoff);
        note(standoff, Clause.S7_D)
                .result("until", standoff.lastDay())
                .write("Transfer agent instructed to stop transfers");
    }

    void stopPlaced(String standoffId, LocalDate placedOn, String paper) {
        Standoff standoff = standoffs.lock(standoffId);
        dates.notInFuture("placedOn", placedOn);
        dates.notBefore("placedOn", placedOn, dates.day(standoff.stopTransfer().instructedAt()), "the instruction");
        standoffs.stopPlaced(standoffId, placedOn, paper);
        note(standoff, Clause.S7_D)
                .input("placedOn", placedOn)
                .input("paper", paper)
                .write("Stop on transfers placed");
    }

    /**
     * Ends the stand-off, on the day after its last.
     *
     * @return whether the stop on transfers is to be lifted: not where it was never asked for, nor where another stand-off
     *     keeps it
     */
    @Implements({Clause.S7_A, Clause.S7_D})
    boolean end(String standoffId) {
        Standoff standoff = lockWithOffering(standoffId);
        standoffs.enter(standoffId, State.OVER);
        List<String> kept = standoffs.stoppedAfter(standoff.lastDay(), standoffId).stream()
                .map(Standoff::id)
                .toList();
        boolean lift = standoff.stopTransfer().inForce() && kept.isEmpty();
        note(standoff)
                .input("lastDay", standoff.lastDay())
                .result("stopIsLifted", lift)
                .result("stopIsKeptBy", kept)
                .write("Stand-off over");
        return lift;
    }

    /** Draws up the release to the transfer agent. */
    @Implements(Clause.S7_D)
    void instructLift(String standoffId) {
        Standoff standoff = lockWithOffering(standoffId);
        standoffs.liftInstructed(standoffId, clock.instant());
        letters.liftStop(standoff);
        note(standoff, Clause.S7_D).write("Transfer agent instructed to stop transfers no longer");
    }

    void stopLifted(String standoffId, LocalDate liftedOn, String paper) {
        Standoff standoff = standoffs.lock(standoffId);
        dates.notInFuture("liftedOn", liftedOn);
        dates.notBefore("liftedOn", liftedOn, dates.day(standoff.stopTransfer().liftInstructedAt()), "the instruction");
        standoffs.stopLifted(standoffId, liftedOn, paper);
        note(standoff, Clause.S7_D)
                .input("liftedOn", liftedOn)
                .input("paper", paper)
                .write("Stop on transfers lifted");
    }

    /** Whether its days run, and the first instant after the last of them. */
    void show(BiConsumer<String, Object> variables, Standoff standoff) {
        variables.accept(Variables.PERIOD_REMAINS, standoff.state() == State.RUNNING);
        variables.accept(Variables.LAST_DAY, standoff.lastDay().toString());
        variables.accept(Variables.STANDOFF_OVER_AT, Date.from(agreement.endOf(standoff.lastDay())));
    }

    private Standoff lockWithOffering(String standoffId) {
        offerings.lock(standoffs.get(standoffId).offeringId());
        return standoffs.lock(standoffId);
    }

    private CaseNotes.Note notePeriod(Standoff standoff) {
        LocalDate asked = standoff.requestedOn();
        MarketStandoff period = standoff.period(asked, agreement.termsAsOf(asked), agreement.policiesAsOf(asked));
        return note(standoff)
                .input("countedFrom", standoff.countedFrom())
                .policies(agreement.policiesAsOf(asked).only(MarketStandoff.POLICIES))
                .result("lastDay", standoff.lastDay())
                .steps(period.explain(null));
    }

    private CaseNotes.Note note(Standoff standoff) {
        return note(standoff, Clause.S7_A);
    }

    private CaseNotes.Note note(Standoff standoff, Clause clause) {
        return caseFile.on(CaseSubject.matter(standoff.id()).in(standoff.offeringId()), clause);
    }
}
