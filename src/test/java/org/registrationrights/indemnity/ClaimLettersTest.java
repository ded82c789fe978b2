package org.registrationrights.indemnity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.registrationrights.document.Desk;
import org.registrationrights.indemnity.ClaimLetters.ClaimDemand;
import org.registrationrights.indemnity.ClaimLetters.ClaimNotice;

class ClaimLettersTest {

    private final ClaimLetters letters = new ClaimLetters(Desk.STATIONERY);

    @Test
    void theHolderWhoIndemnifiesIsToldOfItsOwnDuties() {
        assertThat(notice(true))
                .contains("seek indemnity from you under Section 3.2")
                .contains("Doe v. Sample Company, Inc.")
                .contains("Sample Company, Inc., April 2, 2002")
                .contains("Written information of yours that questionnaire 1 it rests on")
                .contains("only as far as they rest on information that you furnished in writing")
                .contains("may employ counsel of its own at your cost")
                .contains("This notice decides nothing");
    }

    @Test
    void theHolderWhoIsIndemnifiedIsToldOfTheCompanys() {
        assertThat(notice(false))
                .contains("you may seek indemnity from the Company under Section 3.1")
                .contains("the Company assumes its defence")
                .contains("arises from your own breach")
                .doesNotContain("at your cost");
    }

    @Test
    void anExpenseIsDemandedAsIncurred() {
        assertThat(demand(false))
                .contains("Demand under your indemnity, Section 3.2")
                .contains("information that you furnished in writing")
                .contains("$1,250.00")
                .contains("Expenses fall due as they are incurred")
                .doesNotContain("relative fault");
    }

    @Test
    void aContributionIsDemandedUpToTheProceeds() {
        assertThat(demand(true))
                .contains("Demand for contribution, Section 3.3")
                .contains("has been held unavailable")
                .contains("never more than the sale of your shares in that registration brought you")
                .doesNotContain("as they are incurred");
    }

    private String demand(boolean contribution) {
        return Desk.read(letters.demand(
                Desk.heading("CLM-2002-1:H-1:demand"),
                new ClaimDemand(
                        "CLM-2002-1",
                        contribution,
                        "Spring offering",
                        "OFF-2002-7",
                        "Doe v. Sample Company, Inc.",
                        "Sample Company, Inc.",
                        "defense of Pine LLP: answer",
                        "$1,250.00")));
    }

    private String notice(boolean againstHolder) {
        return Desk.read(letters.notice(
                Desk.heading("CLM-2002-1:H-1:claim-notice"),
                new ClaimNotice(
                        "CLM-2002-1",
                        againstHolder,
                        "OFF-2002-7",
                        "Doe v. Sample Company, Inc.",
                        "Superior Court, Los Angeles County",
                        "Sample Company, Inc.",
                        LocalDate.parse("2002-04-02"),
                        "the prospectus misstated a holder's position",
                        null,
                        againstHolder ? "questionnaire 1" : null)));
    }
}
