package org.registrationrights.indemnity;

import java.time.LocalDate;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** Notices that an action has begun for which indemnity may be sought, and demands for what is owed then (3). */
@Component
public class ClaimLetters {

    /**
     * @param againstHolder whether the Holder would indemnify (3.2), or be indemnified (3.1)
     * @param amount as the action puts it; null where it names none
     * @param information the Holder's writing that it rests on; null where it rests on none
     */
    public record ClaimNotice(
            String claimId,
            boolean againstHolder,
            String offeringId,
            String action,
            String forum,
            String servedParty,
            LocalDate servedOn,
            String allegation,
            String amount,
            String information) {}

    /**
     * @param contribution whether 3.3 asks for it, and not the indemnity
     * @param claimant for whom it is asked, by name
     * @param what it pays for
     * @param amount as people read money
     */
    public record ClaimDemand(
            String claimId,
            boolean contribution,
            String offeringName,
            String offeringId,
            String action,
            String claimant,
            String what,
            String amount) {}

    private final Stationery stationery;

    ClaimLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft notice(Heading heading, ClaimNotice notice) {
        return stationery.letter(DocumentKind.CLAIM_NOTICE, heading, notice);
    }

    public Draft demand(Heading heading, ClaimDemand demand) {
        return stationery.letter(DocumentKind.CLAIM_DEMAND, heading, demand);
    }
}
