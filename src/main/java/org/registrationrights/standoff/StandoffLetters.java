package org.registrationrights.standoff;

import java.time.LocalDate;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** What Holders are asked to observe (7). */
@Component
public class StandoffLetters {

    /**
     * @param requestedBy the managing underwriter's name, or that of the executive officer where there is none
     * @param longest the most days that Section 7 allows
     * @param effectiveOn null, as first and last day are, until the statement is effective
     * @param stopTransfer whether the transfer agent is instructed
     */
    public record Request(
            String standoffId,
            String offeringId,
            String offeringName,
            boolean byManagingUnderwriter,
            String requestedBy,
            int days,
            int longest,
            LocalDate effectiveOn,
            LocalDate firstDay,
            LocalDate lastDay,
            boolean stopTransfer) {}

    private final Stationery stationery;

    StandoffLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft request(Heading heading, Request request) {
        return stationery.letter(DocumentKind.STANDOFF_REQUEST, heading, request);
    }
}
