package org.registrationrights.amendment;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** Requests for the written consent of Holders (11.3). */
@Component
public class AmendmentLetters {

    /**
     * @param provisions of the agreement that it touches
     * @param outstanding Registrable Shares today, {@code own} the Holder's among them
     * @param required the least number of shares whose Holders must consent
     * @param answerBy a day that the Company has chosen; null where it has chosen none
     */
    public record ConsentRequest(
            String holderId,
            String amendmentId,
            String title,
            boolean waiver,
            String provisions,
            String wording,
            LocalDate effectiveOn,
            int percent,
            BigInteger outstanding,
            BigInteger required,
            BigInteger own,
            LocalDate answerBy) {}

    private final Stationery stationery;

    AmendmentLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft consentRequest(Heading heading, ConsentRequest request) {
        return stationery.letter(DocumentKind.CONSENT_REQUEST, heading, request);
    }
}
