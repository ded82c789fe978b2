package org.registrationrights.process.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.document.Addressee;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.notice.ElectionKey;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.CurrentUser;
import org.registrationrights.register.Holder;
import org.registrationrights.register.Holder.NoticeMethod;
import org.registrationrights.register.HolderAddress;
import org.registrationrights.register.RegisterRepository;
import org.springframework.stereotype.Component;

/**
 * Writes to Holders. A letter is drawn up in the transaction of the step that it belongs to: its dispatch id, its address
 * and its words are settled there. It is typeset when somebody wants to see or print it, for ten thousand of them take
 * minutes and must hold up no process.
 */
@Component
@Implements({Clause.S11_1_A, Clause.S11_1_C})
public class Correspondence {

    private final DispatchRepository dispatches;
    private final RegisterRepository register;
    private final CourtesyCopies courtesyCopies;
    private final Agreement agreement;
    private final CaseNotes caseFile;
    private final CurrentUser user;
    private final Clock clock;

    Correspondence(
            DispatchRepository dispatches,
            RegisterRepository register,
            CourtesyCopies courtesyCopies,
            Agreement agreement,
            CaseNotes caseFile,
            CurrentUser user,
            Clock clock) {
        this.dispatches = dispatches;
        this.register = register;
        this.courtesyCopies = courtesyCopies;
        this.agreement = agreement;
        this.caseFile = caseFile;
        this.user = user;
        this.clock = clock;
    }

    /** The same, in the way that the Holder prefers. */
    public void write(
            String dispatchId, String offeringId, String holderId, DocumentKind kind, Function<Heading, Draft> words) {
        write(dispatchId, offeringId, register.holder(holderId), null, kind, words);
    }

    /** The same by mail, whatever the Holder prefers. */
    public void mail(
            String dispatchId, String offeringId, String holderId, DocumentKind kind, Function<Heading, Draft> words) {
        write(dispatchId, offeringId, register.holder(holderId), NoticeMethod.MAIL, kind, words);
    }

    /**
     * Draws up a letter to a Holder at its address of record of today.
     *
     * @param dispatchId used once: a step that is repeated finds the letter
     * @param way null for the one that the Holder prefers
     * @param words of the letter below a heading
     */
    private void write(
            String dispatchId,
            String offeringId,
            Holder holder,
            NoticeMethod way,
            DocumentKind kind,
            Function<Heading, Draft> words) {
        if (dispatches.find(dispatchId).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate today = agreement.day(now);
        HolderAddress address = register.addressOn(holder.id(), today);
        Dispatch dispatch = new Dispatch(
                dispatchId,
                offeringId,
                holder.id(),
                kind,
                way == null ? holder.preferredMethod() : way,
                today,
                holder.name(),
                address.street(),
                address.city(),
                address.state(),
                address.zip(),
                address.fax(),
                now,
                user.id(),
                null);
        Draft draft = words.apply(
                new Heading(dispatchId, today, new Addressee(holder.name(), dispatch.lines(), dispatch.wayInWords())));
        dispatches.insert(dispatch, draft.html());
        caseFile.on(new ElectionKey(offeringId, holder.id()), kind.clause())
                .input("addressOfRecord", dispatch.lines())
                .input("addressDocument", address.documentReference())
                .input("way", dispatch.way())
                .result("dispatchId", dispatchId)
                .result("sha256OfWords", draft.sha256())
                .write(kind.title() + " drawn up");
        if (address.email() != null) {
            courtesyCopies.due(dispatch, address.email());
        }
    }
}
