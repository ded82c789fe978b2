package org.registrationrights.process.suspension;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.offering.ExpenseRepository.Entry;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.process.Input;
import org.registrationrights.process.Lines;
import org.registrationrights.process.piggyback.Dates;
import org.registrationrights.process.piggyback.ExpenseSettlement;
import org.registrationrights.suspension.HolderSuspension;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.HolderSuspensionRepository.Return;
import org.registrationrights.suspension.ReturnedCopies;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionEvent.RestGivenUp;
import org.registrationrights.suspension.SuspensionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Old prospectuses that the Company has directed its Holders to return, at its cost (2.6). No Holder's release waits. */
@Component
@Transactional
@Implements(Clause.S2_6_C)
public class OldProspectuses {

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final ExpenseSettlement expenses;
    private final Dates dates;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    OldProspectuses(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            ExpenseSettlement expenses,
            Dates dates,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.events = events;
        this.holders = holders;
        this.expenses = expenses;
        this.dates = dates;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** @throws Refusal where no return was directed, and for a Holder that the event does not concern */
    public void record(String eventId, List<ReturnedCopies> returned) {
        SuspensionEvent event = lockDirected(eventId);
        Lines.each("returns", returned, Clause.S2_6_C, line -> {
            if (holders.find(new Key(eventId, line.holderId())).isEmpty()) {
                throw Refusal.unknown("holderId", line.holderId() + " is no covered Holder of event " + eventId);
            }
            Input.checked("copies", line.copies());
            Input.checked("costCents", line.costCents());
            dates.notInFuture("returnedOn", line.returnedOn());
            dates.notBefore("returnedOn", line.returnedOn(), dates.day(event.discoveredAt()), "the discovery");
            holders.add(eventId, line, clock.instant(), user.id());
            caseFile.on(subject(event).of(line.holderId()), Clause.S2_6_C)
                    .input("returned", line)
                    .write("Old prospectuses returned");
        });
        enterCosts(event.offeringId(), returned);
    }

    /** @throws Refusal unless counsel gives up what is still out */
    void giveUpRest(String eventId, String ground) {
        SuspensionEvent event = lockDirected(eventId);
        if (!user.isIn("counsel")) {
            throw Refusal.invalid("restGivenUp", "is counsel's decision", Clause.S2_6_C);
        }
        events.restGivenUp(eventId, new RestGivenUp(ground, user.id()));
        caseFile.on(subject(event), Clause.S2_6_C)
                .input("ground", ground)
                .result("missing", missing(eventId))
                .write("Return of old prospectuses given up");
    }

    private static CaseSubject subject(SuspensionEvent event) {
        return CaseSubject.matter(event.id()).in(event.offeringId());
    }

    private SuspensionEvent lockDirected(String eventId) {
        SuspensionEvent event = events.lock(eventId);
        if (!event.returnDirected()) {
            throw Refusal.conflict("eventId", "no return was directed with the notice of " + eventId, Clause.S2_6_C);
        }
        return event;
    }

    /** Whether nothing is waited for, as none where no return is directed. What is recorded from now on finds the instance waiting that asks here. */
    boolean settled(String eventId) {
        SuspensionEvent event = events.lock(eventId);
        return !event.returnDirected()
                || event.restGivenUp() != null
                || missing(eventId).isEmpty();
    }

    /** Who has not returned all but its file copies. */
    List<String> missing(String eventId) {
        Set<String> complete = new HashSet<>(holders.returns(eventId).stream()
                .map(Return::returned)
                .filter(ReturnedCopies::complete)
                .map(ReturnedCopies::holderId)
                .collect(Collectors.toSet()));
        return holders.ofEvent(eventId).stream()
                .map(HolderSuspension::key)
                .map(Key::holderId)
                .filter(holderId -> !complete.contains(holderId))
                .toList();
    }

    /** What returns cost are bills of the Company (5), settled with the others of the offering. */
    @Implements(Clause.S5_A)
    private void enterCosts(String offeringId, List<ReturnedCopies> returned) {
        List<Entry> bills = returned.stream()
                .map(ReturnedCopies::costCents)
                .filter(cents -> cents.signum() > 0)
                .map(cents -> new Entry(new Item(Type.PROSPECTUS_RETURN, cents, null), null))
                .toList();
        if (!bills.isEmpty()) {
            expenses.enter(offeringId, bills, true);
        }
    }
}
