package org.registrationrights.notice;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.AgreementTerms;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Policies;
import org.registrationrights.document.DocumentKind;
import org.registrationrights.document.Draft;
import org.registrationrights.document.Heading;
import org.registrationrights.document.Stationery;
import org.springframework.stereotype.Component;

/** The notice of a determination, and the reminder that follows it (2.1). */
@Component
public class NoticeLetters {

    /** @param managingUnderwriter null where there is none */
    public record OfferingInBrief(
            String id, String name, LocalDate determinedOn, String managingUnderwriter, BigInteger companyShares) {}

    /** @param why the limb of 1.7 that covers the lot's shares, or takes them out */
    public record Lot(String lot, BigInteger shares, boolean counts, String why) {}

    /**
     * @param lots what the count is made of; none where it is of another day than the letter
     * @param mustSign whether included Holders enter into the underwriting agreement (2.2)
     * @param terms with {@code policies} those of the day of the determination
     */
    public record Determination(
            String holderId,
            OfferingInBrief offering,
            BigInteger registrableShares,
            LocalDate countedOn,
            List<Lot> lots,
            boolean mustSign,
            AgreementTerms terms,
            Policies policies) {}

    /** @param requested null while no answer counts */
    public record Reminder(
            OfferingInBrief offering,
            LocalDate receivedOn,
            LocalDate lastDay,
            BigInteger registrableShares,
            BigInteger requested,
            AgreementTerms terms,
            Policies policies) {}

    private final Stationery stationery;

    NoticeLetters(Stationery stationery) {
        this.stationery = stationery;
    }

    @Implements({Clause.S2_1_B, Clause.S11_1_B})
    public Draft determination(Heading heading, Determination determination) {
        return stationery.letter(DocumentKind.NOTICE, heading, determination);
    }

    @Implements(Clause.S2_1_D)
    public Draft reminder(Heading heading, Reminder reminder) {
        return stationery.letter(DocumentKind.REMINDER, heading, reminder);
    }
}
