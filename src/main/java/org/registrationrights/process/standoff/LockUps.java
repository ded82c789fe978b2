package org.registrationrights.process.standoff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Lines;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.register.Holder;
import org.registrationrights.register.RegisterRepository;
import org.registrationrights.standoff.Lockup;
import org.registrationrights.standoff.MarketStandoff;
import org.registrationrights.standoff.Standoff;
import org.registrationrights.standoff.StandoffHolder;
import org.registrationrights.standoff.StandoffHolder.Key;
import org.registrationrights.standoff.StandoffHolderRepository;
import org.registrationrights.standoff.StandoffRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which Holders the request for a stand-off has reached, and which have signed a lock-up (7), one or many at a time. */
@Component
@Transactional
public class LockUps {

    /** Evidence that the request reached a Holder, or of an attempt. */
    public record RequestDelivery(String holderId, Delivery delivery) {}

    private final StandoffRepository standoffs;
    private final StandoffHolderRepository holders;
    private final RegisterRepository register;
    private final ProofOfServiceRepository papers;
    private final Standoffs requests;
    private final StandoffTransactions transactions;
    private final StandoffPeriods periods;
    private final Agreement agreement;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    LockUps(
            StandoffRepository standoffs,
            StandoffHolderRepository holders,
            RegisterRepository register,
            ProofOfServiceRepository papers,
            Standoffs requests,
            StandoffTransactions transactions,
            StandoffPeriods periods,
            Agreement agreement,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.standoffs = standoffs;
        this.holders = holders;
        this.register = register;
        this.papers = papers;
        this.requests = requests;
        this.transactions = transactions;
        this.periods = periods;
        this.agreement = agreement;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Stores evidence of the request's delivery. Who has become a Holder since is listed by it.
     *
     * @throws Refusal for one who is no Holder, and for a request that is not drawn up yet
     */
    @Implements({Clause.S7_A, Clause.S11_1_A})
    public void recordDeliveries(String standoffId, List<RequestDelivery> deliveries) {
        Standoff standoff = standoffs.lock(standoffId);
        Lines.each(
                "deliveries",
                deliveries,
                Clause.S11_1_A,
                line -> recordDelivery(
                        standoff,
                        new Key(standoffId, Refusal.required("holderId", line.holderId(), Clause.S11_1_A)),
                        Refusal.required("delivery", line.delivery(), Clause.S11_1_A)));
    }

    /** One Holder's, from a form. */
    void recordDelivery(Key key, Delivery delivery) {
        recordDelivery(standoffs.lock(key.standoffId()), key, delivery);
    }

    private void recordDelivery(Standoff standoff, Key key, Delivery delivery) {
        listIfNew(key);
        if (!holders.get(key).drawnUp()) {
            throw Refusal.conflict(
                    "holderId", "the request to " + key.holderId() + " is not drawn up yet; repeat it", Clause.S7_A);
        }
        dates.notInFuture(delivery);
        papers.add(key.requestId(), delivery, clock.instant(), user.id());
        notePeriod(standoff, key).input("delivery", delivery).write("Delivery of the request for a stand-off recorded");
        transactions.reconsider(key);
    }

    /** What became a Holder after the others were listed is bound once asked. */
    private void listIfNew(Key key) {
        if (holders.find(key).isPresent()) {
            return;
        }
        Holder holder = register.holder(key.holderId());
        LocalDate today = dates.day(clock.instant());
        if (!holder.isHolder(register.registrable(holder.id(), today, agreement.policiesAsOf(today)), today)) {
            throw Refusal.unknown("holderId", key.holderId() + " is no Holder in stand-off " + key.standoffId());
        }
        holders.list(key);
        requests.drawUp(key);
    }

    /** @throws Refusal for a Holder that the stand-off does not concern, one that is there twice, and one that has signed */
    @Implements(Clause.S7_C)
    public void recordLockups(String standoffId, List<Lockup> lockups) {
        Standoff standoff = standoffs.lock(standoffId);
        Set<String> seen = new HashSet<>();
        Lines.each("lockups", lockups, Clause.S7_C, lockup -> {
            if (!seen.add(lockup.holderId())) {
                throw Refusal.invalid("holderId", lockup.holderId() + " is there twice", Clause.S7_C);
            }
            recordLockup(standoff, lockup);
        });
    }

    /** One Holder's, from a form. */
    void recordLockup(Key key, Lockup lockup) {
        recordLockup(standoffs.lock(key.standoffId()), lockup);
    }

    private void recordLockup(Standoff standoff, Lockup lockup) {
        Key key = new Key(standoff.id(), lockup.holderId());
        StandoffHolder holder = holders.get(key);
        if (holder.lockup() != null) {
            throw Refusal.conflict(
                    "holderId",
                    lockup.holderId() + " has already signed, on "
                            + holder.lockup().signedOn(),
                    Clause.S7_C);
        }
        dates.notInFuture("signedOn", lockup.signedOn());
        dates.notBefore("signedOn", lockup.signedOn(), standoff.requestedOn(), "the request");
        holders.signed(key, lockup);
        holders.settled(key, true);
        notePeriod(standoff, key).input("lockup", lockup).write("Lock-up of the Holder recorded");
        transactions.reconsider(key);
    }

    /** Leaves it at that: without its signature the Holder is bound by the covenant alone. */
    @Implements(Clause.S7_C)
    void giveUp(Key key, String ground) {
        Standoff standoff = standoffs.lock(key.standoffId());
        holders.givenUp(key, ground, user.id());
        holders.settled(key, true);
        note(standoff, key, Clause.S7_C).input("ground", ground).write("Lock-up of the Holder given up");
    }

    /** Whether nobody is waited for. What is recorded from now on finds the instance waiting that asks here. */
    boolean allSettled(String standoffId) {
        standoffs.lock(standoffId);
        return holders.allSettled(standoffId);
    }

    /** The same for one Holder. */
    boolean settled(Key key) {
        standoffs.lock(key.standoffId());
        return holders.get(key).settled();
    }

    private CaseNotes.Note notePeriod(Standoff standoff, Key key) {
        LocalDate receivedOn = periods.receivedOn(standoff, holders.get(key));
        CaseNotes.Note note = note(standoff, key, Clause.S7_A).result("receivedOn", receivedOn);
        if (receivedOn != null) {
            MarketStandoff period = periods.of(standoff, receivedOn);
            note.result("firstRestrictedDay", period.firstRestrictedDay())
                    .result("lastRestrictedDay", period.lastRestrictedDay())
                    .result("reason", period.reason())
                    .policies(period.policies().values())
                    .steps(period.explain(null));
        }
        return note;
    }

    private CaseNotes.Note note(Standoff standoff, Key key, Clause clause) {
        return caseFile.on(
                CaseSubject.matter(standoff.id()).in(standoff.offeringId()).of(key.holderId()), clause);
    }
}
