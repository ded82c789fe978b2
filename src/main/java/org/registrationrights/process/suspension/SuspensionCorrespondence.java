package org.registrationrights.process.suspension;

import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.offering.Offering;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.process.document.Correspondence;
import org.registrationrights.suspension.Correction;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionEvent.State;
import org.registrationrights.suspension.SuspensionLetters;
import org.registrationrights.suspension.SuspensionLetters.CorrectedProspectus;
import org.registrationrights.suspension.SuspensionLetters.StopSelling;
import org.registrationrights.suspension.SuspensionRepository;
import org.springframework.stereotype.Component;

/** What covered Holders are written about a prospectus that misleads, each letter under its own dispatch id (4(c)). */
@Component
@Implements(Clause.S4_C)
class SuspensionCorrespondence {

    private final SuspensionRepository events;
    private final HolderSuspensionRepository holders;
    private final OfferingRepository offerings;
    private final SuspensionLetters letters;
    private final Correspondence correspondence;
    private final Agreement agreement;

    SuspensionCorrespondence(
            SuspensionRepository events,
            HolderSuspensionRepository holders,
            OfferingRepository offerings,
            SuspensionLetters letters,
            Correspondence correspondence,
            Agreement agreement) {
        this.events = events;
        this.holders = holders;
        this.offerings = offerings;
        this.letters = letters;
        this.correspondence = correspondence;
        this.agreement = agreement;
    }

    /** The notice by which the Holder must stop. */
    void notice(Key key) {
        SuspensionEvent event = events.get(key.eventId());
        Offering offering = offerings.get(event.offeringId());
        StopSelling stop = new StopSelling(
                event.id(),
                offering.id(),
                offering.name(),
                offering.registration().fileNumber(),
                agreement.day(event.discoveredAt()),
                event.assessment().told(),
                event.returnDirected());
        correspondence.write(
                key.noticeId(),
                offering.id(),
                key.holderId(),
                DocumentKind.SUSPENSION_NOTICE,
                heading -> letters.stopSelling(heading, stop));
    }

    /** The transmittal of the copies, by which the Holder may sell again unless another event stops it. */
    void correctedProspectus(SuspensionEvent event, String holderId) {
        Correction correction = events.correction(event).orElseThrow();
        Offering offering = offerings.get(event.offeringId());
        CorrectedProspectus corrected = new CorrectedProspectus(
                offering.id(),
                offering.name(),
                correction.document(),
                correction.madeOn(),
                correction.copies(),
                concerning(events.correctedBy(correction.eventId()), holderId),
                concerning(
                        events.ofOffering(offering.id()).stream()
                                .filter(other -> other.state() == State.OPEN && other.correctedBy() == null)
                                .toList(),
                        holderId));
        correspondence.write(
                new Key(correction.eventId(), holderId).prospectusId(),
                offering.id(),
                holderId,
                DocumentKind.CORRECTED_PROSPECTUS,
                heading -> letters.correctedProspectus(heading, corrected));
    }

    private List<String> concerning(List<SuspensionEvent> several, String holderId) {
        return several.stream()
                .map(SuspensionEvent::id)
                .filter(id -> holders.find(new Key(id, holderId)).isPresent())
                .toList();
    }
}
