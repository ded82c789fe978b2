package org.registrationrights.process.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.document.Addressee;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.notice.Dispatch;
import org.registrationrights.notice.DispatchRepository;
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

    /**
     * Draws up a letter to a Holder at its address of record of today, in the way that the Holder prefers.
     *
     * @param dispatchId used once: a step that is repeated finds the letter
     * @param words of the letter below a heading
     */
    public void write(
            String dispatchId, String offeringId, String holderId, DocumentKind kind, Function<Heading, Draft> words) {
        write(dispatchId, CaseSubject.offering(offeringId).of(holderId), holderId, kind, words);
    }

    /**
     * The same in a matter of its own.
     *
     * @param subject under which the case file tells of the letter; nobody sees it under what is not named there
     */
    public void write(
            String dispatchId,
            CaseSubject subject,
            String holderId,
            DocumentKind kind,
            Function<Heading, Draft> words) {
        Holder holder = register.holder(holderId);
        write(dispatchId, subject, holder, holder.preferredMethod(), kind, words);
    }

    /** The same by mail, whatever the Holder prefers. */
    public void mail(
            String dispatchId, String offeringId, String holderId, DocumentKind kind, Function<Heading, Draft> words) {
        write(
                dispatchId,
                CaseSubject.offering(offeringId).of(holderId),
                register.holder(holderId),
                NoticeMethod.MAIL,
                kind,
                words);
    }

    private void write(
            String dispatchId,
            CaseSubject subject,
            Holder holder,
            NoticeMethod way,
            DocumentKind kind,
            Function<Heading, Draft> words) {
        if (dispatches.find(dispatchId).isPresent()) {
            return;
        }
        Instant now = clock.instant();
        LocalDate today = agreement.day(now);
        HolderAddress address = register.addressFor(holder.id(), today);
        Dispatch dispatch = new Dispatch(
                dispatchId,
                subject.offeringId(),
                holder.id(),
                kind,
                way == NoticeMethod.FAX && address.fax() == null ? NoticeMethod.MAIL : way,
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
        caseFile.on(subject, kind.clause())
                .input("addressOfRecord", dispatch.lines())
                .input("addressDocument", address.documentReference())
                .input("addressValidFrom", address.validFrom())
                .input("way", dispatch.way())
                .result("dispatchId", dispatchId)
                .result("sha256OfWords", draft.sha256())
                .write(kind.title() + " drawn up");
        if (address.email() != null) {
            courtesyCopies.due(dispatch, address.email());
        }
    }

    /**
     * Under what the case file tells of a letter. One in no offering stands under the matter that its id begins with, and
     * not under its Holder: claims and disputes are not for all who read a Holder's file.
     */
    static CaseSubject subject(Dispatch letter) {
        return letter.offeringId() == null
                ? CaseSubject.matter(letter.id().substring(0, letter.id().indexOf(':')))
                : CaseSubject.offering(letter.offeringId()).of(letter.holderId());
    }
}
