package org.registrationrights.offering;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** What is drawn up on the way from the allocation to the sale: papers for the desk and counsel, letters to Holders. */
@Component
public class OfferingLetters {

    /** @param fileNumber null, as {@code filedOn} is, before the filing */
    public record SellingHolders(
            String offeringId, String offeringName, String fileNumber, LocalDate filedOn, SellingHolderTable table) {

        public BigInteger total() {
            return OwnershipPercentage.sum(table.rows(), SellingHolderTable.Row::sharesOffered);
        }
    }

    /** @param dueOn the day that the Company has chosen */
    public record InformationAsked(
            String holderId, String offeringId, String offeringName, BigInteger shares, LocalDate dueOn) {}

    /** @param decidedOn the day of the Company's decision */
    public record RegistrationDecided(
            String offeringId, String offeringName, RegistrationDecisionRepository.Kind kind, LocalDate decidedOn) {}

    private final Stationery stationery;

    OfferingLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    @Implements(Clause.S2_3_C)
    public Draft allocationSheet(Heading heading, AllocationPaper paper) {
        return stationery.paper(DocumentKind.ALLOCATION_SHEET, heading, paper);
    }

    @Implements(Clause.S2_2_A)
    public Draft holderSchedule(Heading heading, HolderSchedule schedule) {
        return stationery.paper(DocumentKind.HOLDER_SCHEDULE, heading, schedule);
    }

    @Implements(Clause.S2_4_A)
    public Draft sellingHolders(Heading heading, SellingHolders holders) {
        return stationery.paper(DocumentKind.SELLING_HOLDER_TABLE, heading, holders);
    }

    @Implements(Clause.S2_3_C)
    public Draft allocationResult(Heading heading, AllocationResult result) {
        return stationery.letter(DocumentKind.ALLOCATION_RESULT, heading, result);
    }

    @Implements(Clause.S2_4_A)
    public Draft informationRequest(Heading heading, InformationAsked asked) {
        return stationery.letter(DocumentKind.INFORMATION_REQUEST, heading, asked);
    }

    @Implements(Clause.S8_A)
    public Draft registrationDecision(Heading heading, RegistrationDecided decided) {
        return stationery.letter(DocumentKind.REGISTRATION_DECISION, heading, decided);
    }
}
