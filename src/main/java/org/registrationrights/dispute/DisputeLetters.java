package org.registrationrights.dispute;

import java.time.LocalDate;
import java.util.List;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** The Company's demands for arbitration (11.5). */
@Component
public class DisputeLetters {

    /**
     * @param claimId null where it is about no claim
     * @param offering the registration that it is about, by its name; null for none
     * @param others the other parties, by their names
     */
    public record ArbitrationDemand(
            String disputeId,
            String claimId,
            String offering,
            LocalDate demandedOn,
            String subject,
            String relief,
            List<String> others) {}

    private final Stationery stationery;

    DisputeLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    public Draft demand(Heading heading, ArbitrationDemand demand) {
        return stationery.letter(DocumentKind.ARBITRATION_DEMAND, heading, demand);
    }
}
