package org.registrationrights.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.dispute.DisputeLetters.ArbitrationDemand;
import org.registrationrights.document.Desk;

@Verifies({Clause.S11_4_A, Clause.S11_5_A})
class DisputeLettersTest {

    private final DisputeLetters letters = new DisputeLetters(Desk.STATIONERY);

    @Test
    void theDemandSaysWhatIsAskedForAndWhere() {
        assertThat(demand("CLM-2002-1", "Spring offering"))
                .contains("Demand for arbitration, Section 11.5: DSP-2002-7")
                .contains("final and binding, in Los Angeles, California, and administered by JAMS")
                .contains("June 14, 2002")
                .contains("CLM-2002-1")
                .contains("Spring offering")
                .contains("Sample Company, Inc.; Example Securities")
                .contains("Whether the statement <was> misleading")
                .contains("Reimbursement of 100,000 dollars")
                .contains("no Holder may ask for an injunction that would");
    }

    @Test
    void whatItIsNotAboutIsLeftOut() {
        assertThat(demand(null, null)).doesNotContain("Claim concerned").doesNotContain("Registration concerned");
    }

    private String demand(String claimId, String offering) {
        return Desk.read(letters.demand(
                Desk.heading("DSP-2002-7:H-1:demand"),
                new ArbitrationDemand(
                        "DSP-2002-7",
                        claimId,
                        offering,
                        LocalDate.parse("2002-06-14"),
                        "Whether the statement <was> misleading",
                        "Reimbursement of 100,000 dollars",
                        List.of("Sample Company, Inc.", "Example Securities"))));
    }
}
