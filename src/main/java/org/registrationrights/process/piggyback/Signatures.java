package org.registrationrights.process.piggyback;

import java.time.LocalDate;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.offering.OfferingRepository;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.CaseNotes;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signatures of Holders under the underwriting agreement (2.2), one or many at a time. */
@Component
@Implements(Clause.S2_2_A)
public class Signatures {

    private static final int LONGEST_EVIDENCE = 500;

    private final OfferingRepository offerings;
    private final SignatureRepository signatures;
    private final Dates dates;
    private final CaseNotes caseFile;

    Signatures(OfferingRepository offerings, SignatureRepository signatures, Dates dates, CaseNotes caseFile) {
        this.offerings = offerings;
        this.signatures = signatures;
        this.dates = dates;
        this.caseFile = caseFile;
    }

    @Transactional
    public void record(String offeringId, List<Signature> signed) {
        if (signed.isEmpty()) {
            throw Refusal.invalid("signatures", "needs at least one signature", Clause.S2_2_A);
        }
        Input.withoutGaps("signatures", signed);
        LocalDate determinedOn = dates.day(offerings.lock(offeringId).determinedAt());
        for (int i = 0; i < signed.size(); i++) {
            String path = "signatures[" + i + "].";
            required(path + "holderId", signed.get(i).holderId());
            LocalDate signedOn = required(path + "signedOn", signed.get(i).signedOn());
            String evidence = required(path + "evidence", signed.get(i).evidence());
            if (evidence.length() > LONGEST_EVIDENCE) {
                throw Refusal.invalid(
                        path + "evidence", "has more than " + LONGEST_EVIDENCE + " characters", Clause.S2_2_A);
            }
            Input.printable(path + "evidence", evidence);
            dates.notInFuture(path + "signedOn", signedOn);
            dates.notBefore(path + "signedOn", signedOn, determinedOn, "the determination");
        }
        signatures.sign(offeringId, signed);
        caseFile.on(offeringId, Clause.S2_2_A)
                .input("signatures", signed)
                .write("Underwriting agreement signed by Holders");
    }

    public boolean complete(String offeringId) {
        return signatures.all(offeringId).stream().allMatch(signature -> signature.signedOn() != null);
    }

    private static <T> T required(String field, T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Refusal.invalid(field, "is required", Clause.S2_2_A);
        }
        return value;
    }
}
