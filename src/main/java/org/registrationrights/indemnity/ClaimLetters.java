package org.registrationrights.indemnity;

import java.time.LocalDate;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** Notices that an action has begun for which indemnity may be sought (3.1, 3.2). */
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

    private final Stationery stationery;

    ClaimLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft notice(Heading heading, ClaimNotice notice) {
        return stationery.letter(DocumentKind.CLAIM_NOTICE, heading, notice);
    }
}
