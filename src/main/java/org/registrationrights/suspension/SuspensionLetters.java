package org.registrationrights.suspension;

import java.time.LocalDate;
import java.util.List;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** What Holders are told when a prospectus misleads, and when it is corrected (2.6, 4(c)). */
@Component
public class SuspensionLetters {

    /**
     * @param fileNumber null before the filing
     * @param description null where nothing can be said without making it public
     * @param returnProspectuses whether the Company directs that copies be returned, at its cost
     */
    public record StopSelling(
            String eventId,
            String offeringId,
            String offeringName,
            String fileNumber,
            LocalDate discoveredOn,
            String description,
            boolean returnProspectuses) {}

    /**
     * @param corrects the events whose stops it ends for a Holder that receives it
     * @param stillOpen other events that stop the Holder until they are corrected too
     */
    public record CorrectedProspectus(
            String offeringId,
            String offeringName,
            String prospectus,
            LocalDate prospectusDate,
            int copies,
            List<String> corrects,
            List<String> stillOpen) {}

    private final Stationery stationery;

    SuspensionLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft stopSelling(Heading heading, StopSelling stop) {
        return stationery.letter(DocumentKind.SUSPENSION_NOTICE, heading, stop);
    }

    public Draft correctedProspectus(Heading heading, CorrectedProspectus corrected) {
        return stationery.letter(DocumentKind.CORRECTED_PROSPECTUS, heading, corrected);
    }
}
