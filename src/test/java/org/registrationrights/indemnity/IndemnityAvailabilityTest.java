package org.registrationrights.indemnity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.indemnity.IndemnityClaim.Basis.OMISSION;
import static org.registrationrights.indemnity.IndemnityClaim.Basis.UNTRUE_STATEMENT;
import static org.registrationrights.indemnity.IndemnityClaim.Basis.VIOLATION_OF_LAW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.indemnity.IndemnityAvailability.Decision;
import org.registrationrights.indemnity.IndemnityAvailability.Facts;
import org.registrationrights.indemnity.IndemnityAvailability.Indemnitor;
import org.registrationrights.indemnity.IndemnityAvailability.Reason;
import org.registrationrights.indemnity.IndemnityAvailability.Result;
import org.registrationrights.indemnity.IndemnityAvailability.Supplier;
import org.registrationrights.indemnity.IndemnityClaim.Basis;

@Verifies({Clause.S3_1_B, Clause.S3_2_B})
class IndemnityAvailabilityTest {

    @ParameterizedTest
    @CsvSource({
        // registered, basis, indemnitor, claimant, info from, in writing, breach
        "true,  UNTRUE_STATEMENT, COMPANY, A, ,        true,  false, COMPANY_INDEMNIFIES,",
        "true,  OMISSION,         COMPANY, A, COMPANY, true,  false, COMPANY_INDEMNIFIES,",
        "false, OMISSION,         COMPANY, A, A,       true,  true,  NO_INDEMNITY, NOT_REGISTERED",
        "false, OMISSION,         A, COMPANY, A,       true,  false, NO_INDEMNITY, NOT_REGISTERED",
        "true,  UNTRUE_STATEMENT, COMPANY, A, A,       true,  false, NO_INDEMNITY, CLAIMANT_INFORMATION",
        "true,  OMISSION,         COMPANY, A, A,       true,  false, NO_INDEMNITY, CLAIMANT_INFORMATION",
        // Only who supplied the information is without indemnity.
        "true,  UNTRUE_STATEMENT, COMPANY, A, B,       true,  false, COMPANY_INDEMNIFIES,",
        "true,  UNTRUE_STATEMENT, COMPANY, A, A,       false, false, COMPANY_INDEMNIFIES,",
        // A violation of law does not follow anybody's information, but a breach may have caused it.
        "true,  VIOLATION_OF_LAW, COMPANY, A, A,       true,  false, COMPANY_INDEMNIFIES,",
        "true,  VIOLATION_OF_LAW, COMPANY, A, ,        true,  true,  NO_INDEMNITY, HOLDER_BREACH",
        "true,  UNTRUE_STATEMENT, COMPANY, A, A,       true,  true,  NO_INDEMNITY, HOLDER_BREACH",
        "true,  UNTRUE_STATEMENT, A, COMPANY, A,       true,  false, HOLDER_INDEMNIFIES,",
        "true,  OMISSION,         A, B,       A,       true,  false, HOLDER_INDEMNIFIES,",
        // 3.2 has no breach exception, and never looks at what the claimant itself supplied.
        "true,  OMISSION,         A, B,       A,       true,  true,  HOLDER_INDEMNIFIES,",
        "true,  OMISSION,         A, B,       B,       true,  false, NO_INDEMNITY, NOT_HOLDER_INFORMATION",
        "true,  OMISSION,         A, COMPANY, ,        true,  false, NO_INDEMNITY, NOT_HOLDER_INFORMATION",
        "true,  UNTRUE_STATEMENT, A, COMPANY, A,       false, false, NO_INDEMNITY, NOT_HOLDER_INFORMATION",
        "true,  VIOLATION_OF_LAW, A, COMPANY, A,       true,  false, NO_INDEMNITY, OUTSIDE_3_2"
    })
    void theTwoIndemnitiesAreNoMirrorImages(
            boolean registered,
            Basis basis,
            String indemnitor,
            String claimant,
            String infoFrom,
            boolean inWriting,
            boolean breach,
            Result result,
            Reason reason) {
        IndemnityClaim claim = new IndemnityClaim(
                registered, basis, indemnitor, claimant, infoFrom, inWriting, breach, null, null, null);

        assertThat(IndemnityAvailability.of(claim).decision()).isEqualTo(new Decision(result, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY, A, false, false, false, true",
        "COMPANY, A, true,  false, false, false",
        "COMPANY, A, true,  true,  false, true",
        "COMPANY, A, true,  false, true,  true",
        "A, COMPANY, true,  false, false, false",
        "A, COMPANY, true,  true,  false, true",
        "A, COMPANY, true,  false, true,  true"
    })
    @Verifies({Clause.S3_1_E, Clause.S3_2_E})
    void aSettlementNeedsAConsentThatIsNotWithheldUnreasonably(
            String indemnitor, String claimant, boolean settled, boolean consented, boolean withheld, boolean owed) {
        Decision decision = IndemnityAvailability.of(new IndemnityClaim(
                        true, OMISSION, indemnitor, claimant, indemnitor, null, null, settled, consented, withheld))
                .decision();

        assertThat(decision.reason()).isEqualTo(owed ? null : Reason.SETTLED_WITHOUT_CONSENT);
        assertThat(decision.result() == Result.NO_INDEMNITY).isNotEqualTo(owed);
    }

    @Test
    void whatIsNotSaidIsInWritingAndOtherwiseDidNotHappen() {
        assertThat(claim(OMISSION, "COMPANY", "A", "A"))
                .isEqualTo(new IndemnityClaim(true, OMISSION, "COMPANY", "A", "A", true, false, false, false, false));
    }

    @Test
    void theFactsAreTheClaimWithoutNames() {
        assertThat(Facts.of(new IndemnityClaim(false, OMISSION, "COMPANY", "A", "A", false, true, false, true, false)))
                .isEqualTo(new Facts(
                        false, false, true, false, Indemnitor.COMPANY, true, OMISSION, Supplier.CLAIMANT, false));
        assertThat(Facts.of(new IndemnityClaim(true, OMISSION, "A", "B", "A", true, false, true, false, true)))
                .isEqualTo(new Facts(
                        true, true, false, true, Indemnitor.HOLDER, false, OMISSION, Supplier.INDEMNITOR, true));
        assertThat(Facts.of(claim(OMISSION, "A", "B", "COMPANY")).infoFrom()).isEqualTo(Supplier.NEITHER);
        assertThat(Facts.of(claim(OMISSION, "A", "B", null)).infoFrom()).isEqualTo(Supplier.NEITHER);
    }

    /** What 3.1 and 3.2 do not ask about changes nothing, whatever the other facts are. */
    @Test
    void noFactDecidesBeyondItsOwnClause() {
        for (Facts facts : allFacts()) {
            Decision decision = IndemnityAvailability.decide(facts);
            if (facts.indemnitor() == Indemnitor.HOLDER) {
                assertThat(IndemnityAvailability.decide(withBreach(facts)))
                        .as("%s", facts)
                        .isEqualTo(decision);
            }
            if (facts.basis() == VIOLATION_OF_LAW) {
                assertThat(IndemnityAvailability.decide(withoutInformation(facts)))
                        .as("%s", facts)
                        .isEqualTo(decision);
            }
            if (!facts.settled()) {
                assertThat(decision.reason()).as("%s", facts).isNotEqualTo(Reason.SETTLED_WITHOUT_CONSENT);
            }
            assertThat(decision.result() == Result.NO_INDEMNITY)
                    .as("%s: a reason exactly where there is no indemnity", facts)
                    .isEqualTo(decision.reason() != null);
            assertThat(decision.result())
                    .as("%s", facts)
                    .isNotEqualTo(
                            facts.indemnitor() == Indemnitor.COMPANY
                                    ? Result.HOLDER_INDEMNIFIES
                                    : Result.COMPANY_INDEMNIFIES);
        }
    }

    @Test
    void theCompanysTestsAreTold() {
        IndemnityAvailability availability = IndemnityAvailability.of(
                new IndemnityClaim(true, UNTRUE_STATEMENT, "COMPANY", "A", "A", null, null, true, false, true));

        assertThat(availability.explain(null))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result)
                .containsExactly(
                        tuple(
                                Clause.S3_1_A,
                                Map.of("indemnitor", "COMPANY", "sharesRegistered", "true"),
                                "registered",
                                "true"),
                        tuple(
                                Clause.S3_1_E,
                                Map.of(
                                        "settled", "true",
                                        "indemnitorConsented", "false",
                                        "consentUnreasonablyWithheld", "true"),
                                "settledWithoutConsent",
                                "false"),
                        tuple(Clause.S3_1_B, Map.of("claimantBreachCaused", "false"), "holderBreach", "false"),
                        tuple(
                                Clause.S3_1_B,
                                Map.of(
                                        "basis", "UNTRUE_STATEMENT",
                                        "infoFrom", "CLAIMANT",
                                        "infoInWritingForUse", "true"),
                                "claimantInformation",
                                "true"),
                        tuple(Clause.S3_1_A, Map.of("reason", "CLAIMANT_INFORMATION"), "result", "NO_INDEMNITY"));
    }

    @Test
    void aHoldersTestsAreTold() {
        IndemnityAvailability availability = IndemnityAvailability.of(claim(OMISSION, "A", "COMPANY", "A"));

        assertThat(availability.explain(null))
                .extracting(Step::clause, Step::inputs, Step::name, Step::result)
                .containsExactly(
                        tuple(
                                Clause.S3_2_A,
                                Map.of("indemnitor", "A", "sharesRegistered", "true"),
                                "registered",
                                "true"),
                        tuple(
                                Clause.S3_2_E,
                                Map.of(
                                        "settled", "false",
                                        "indemnitorConsented", "false",
                                        "consentUnreasonablyWithheld", "false"),
                                "settledWithoutConsent",
                                "false"),
                        tuple(Clause.S3_2_B, Map.of("basis", "OMISSION"), "statementOrOmission", "true"),
                        tuple(
                                Clause.S3_2_B,
                                Map.of("infoFrom", "INDEMNITOR", "infoInWritingForUse", "true"),
                                "holderInformation",
                                "true"),
                        tuple(Clause.S3_2_A, Map.of(), "result", "HOLDER_INDEMNIFIES"));
    }

    @Test
    void nobodyHasAFigureOfItsOwn() {
        refused(
                "for",
                () -> IndemnityAvailability.of(claim(OMISSION, "COMPANY", "A", "A"))
                        .explain("A"));
    }

    @Test
    void aClaimThatCannotBeIsRefusedByItsField() {
        refused(
                "sharesRegistered",
                () -> new IndemnityClaim(null, OMISSION, "COMPANY", "A", null, null, null, null, null, null));
        refused("basis", () -> claim(null, "COMPANY", "A", null));
        refused("indemnitor", () -> claim(OMISSION, null, "A", null));
        refused("indemnitor", () -> claim(OMISSION, " ", "A", null));
        refused("claimant", () -> claim(OMISSION, "COMPANY", null, null));
        refused("claimant", () -> claim(OMISSION, "COMPANY", "x".repeat(81), null));
        refused("claimant", () -> claim(OMISSION, "A", "A", null));
        refused("relianceOnInfoFrom", () -> claim(OMISSION, "A", "B", ""));

        assertThat(claim(OMISSION, "COMPANY", "x".repeat(80), null).claimant()).hasSize(80);
    }

    private static IndemnityClaim claim(Basis basis, String indemnitor, String claimant, String infoFrom) {
        return new IndemnityClaim(true, basis, indemnitor, claimant, infoFrom, null, null, null, null, null);
    }

    private static Facts withBreach(Facts facts) {
        return new Facts(
                facts.sharesRegistered(),
                facts.settled(),
                facts.indemnitorConsented(),
                facts.consentUnreasonablyWithheld(),
                facts.indemnitor(),
                true,
                facts.basis(),
                facts.infoFrom(),
                facts.infoInWritingForUse());
    }

    private static Facts withoutInformation(Facts facts) {
        return new Facts(
                facts.sharesRegistered(),
                facts.settled(),
                facts.indemnitorConsented(),
                facts.consentUnreasonablyWithheld(),
                facts.indemnitor(),
                facts.claimantBreachCaused(),
                facts.basis(),
                Supplier.NEITHER,
                false);
    }

    private static List<Facts> allFacts() {
        List<Facts> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << 6; bits++) {
            for (Indemnitor indemnitor : Indemnitor.values()) {
                for (Basis basis : Basis.values()) {
                    for (Supplier supplier : Supplier.values()) {
                        all.add(new Facts(
                                (bits & 1) > 0,
                                (bits & 2) > 0,
                                (bits & 4) > 0,
                                (bits & 8) > 0,
                                indemnitor,
                                (bits & 16) > 0,
                                basis,
                                supplier,
                                (bits & 32) > 0));
                    }
                }
            }
        }
        return all;
    }

    private static void refused(String field, ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOf(Refusal.class).hasFieldOrPropertyWithValue("field", field);
    }
}
