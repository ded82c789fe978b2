package org.registrationrights.agreement;

import java.time.LocalDate;
import java.time.Period;

/**
 * Times that the agreement does not state and the Company sets itself, so that nothing is waited for unseen. They cost
 * nobody a right.
 *
 * @param information from asking a Holder for its information until counsel is told that it did not come (2.4)
 * @param signature from asking a Holder to sign the underwriting agreement until counsel is told that it did not (2.2)
 * @param assessment from the discovery of a misstatement by which counsel judges it (4(c))
 * @param stopNotice from sending a notice under 4(c) until counsel is told that nothing shows its receipt
 * @param correctedProspectus from sending copies of the corrected prospectus until counsel is told the same (2.6)
 * @param lockup from sending the request for a stand-off until each lock-up that is missing is followed up (7)
 * @param arbitrationFiling from the demand for arbitration by which it should be on file with JAMS (11.5)
 * @param disputeCosts from the day on which a dispute's costs can be settled by which they should be entered (11.6)
 * @param claimAnswer by which each finding, consent or review in a claim for indemnity should be made (3.1, 3.2)
 * @param claimPayment by which what is due in a claim should be paid (3.1, 3.2, 3.3)
 */
public record Deadlines(
        Period information,
        Period signature,
        Period assessment,
        Period stopNotice,
        Period correctedProspectus,
        Period lockup,
        Period arbitrationFiling,
        Period disputeCosts,
        Period claimAnswer,
        Period claimPayment) {

    /** @throws Refusal for a time that ends on the day on which it begins, or before */
    public Deadlines {
        check("information", information, Clause.S2_4_A);
        check("signature", signature, Clause.S2_2_A);
        check("assessment", assessment, Clause.S4_C);
        check("stop-notice", stopNotice, Clause.S4_C);
        check("corrected-prospectus", correctedProspectus, Clause.S2_6_B);
        check("lockup", lockup, Clause.S7_C);
        check("arbitration-filing", arbitrationFiling, Clause.S11_5_A);
        check("dispute-costs", disputeCosts, Clause.S11_6_A);
        check("claim-answer", claimAnswer, Clause.S3_1_A);
        check("claim-payment", claimPayment, Clause.S3_1_A);
    }

    private static void check(String name, Period time, Clause clause) {
        if (!LocalDate.EPOCH.plus(time).isAfter(LocalDate.EPOCH)) {
            throw Refusal.invalid("agreement.deadlines." + name, time + " is not a day or more", clause);
        }
    }
}
