package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.Cutback;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/** From the last window to the effectiveness: limitation, approval, signatures, appointments. */
@ProcessTest
@Verifies({
    Clause.S2_2_A,
    Clause.S2_3_A,
    Clause.S2_3_B,
    Clause.S2_3_D,
    Clause.S2_3_E,
    Clause.S4_E,
    Clause.S4_F,
    Clause.S1_9_A,
    Clause.S1_6_A
})
class AllocationTest {

    @Autowired
    private Story story;

    @Autowired
    private Signatures signatures;

    @Autowired
    private OfferingFacts facts;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void withoutALimitationEveryRequestGoesIn() {
        elected(Story.offering());
        story.noLimitation();

        assertThat(story.round().rule()).isEqualTo(Cutback.Rule.FULL_INCLUSION);
        assertThat(story.lines())
                .extracting("holderId", "allocated")
                .containsExactly(tuple("H-1", BigInteger.valueOf(300_000)), tuple("H-4", BigInteger.valueOf(240_000)));
    }

    @Test
    void whileParityFailsTheWayLeadsBack() {
        ProcessInstance offering = elected(Story.offering());
        // all Holders out, a manager half in
        limit("0", "50");

        assertThat(story.round().parityHolds()).isFalse();
        assertThat(story.task("Approve allocation", Story.ID)).isNull();
        assertThat(story.task("Decide on limitation", Story.ID)).isNotNull();

        limit("0", "0");
        assertThat(story.round().rule()).isEqualTo(Cutback.Rule.ENTIRE_EXCLUSION);
        assertThat(story.task("Approve allocation", Story.ID)).isNotNull();
        assertThat(offering).isNotEnded();
    }

    @Test
    void whatIsNotApprovedGoesBack() {
        elected(Story.offering());
        story.noLimitation();

        story.complete("Approve allocation", "counsel", Map.of("allocationApproved", false));

        assertThat(story.task("Decide on limitation", Story.ID)).isNotNull();
    }

    @Test
    void nobodyApprovesItsOwnFigures() {
        elected(Story.offering());
        story.complete(
                "Decide on limitation", "camunda-admin", Map.of("limitationImposed", false, "others", json("[]")));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> story.complete("Approve allocation", "camunda-admin", Map.of("allocationApproved", true)))
                .withMessageContaining("another person's approval");
        assertThat(story.round().approvedBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPANY, true, only the managing underwriter may limit, WRONG_PARTY",
        "MANAGING_UNDERWRITER, false, only market conditions justify one, NOT_MARKET_CONDITIONS"
    })
    void aLimitationThatSection23DoesNotAllowGoesBackWithTheReason(
            String imposedBy, boolean marketConditions, String sentence, String finding) {
        elected(Story.offering());

        story.complete(
                "Decide on limitation",
                "underwriter",
                Map.of(
                        "limitationImposed",
                        true,
                        "imposedBy",
                        imposedBy,
                        "marketConditions",
                        marketConditions,
                        "availableShares",
                        "100",
                        "others",
                        json("[]")));

        String again = story.task("Decide on limitation", Story.ID).getId();
        assertThat((String) story.variable(again, "returnSentence")).contains(sentence);
        assertThat(story.variable(again, "limitFinding")).isEqualTo(finding);
        assertThat(story.round().snapshotOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "MANAGING_UNDERWRITER, true,  null, availableShares: is required",
                "MANAGING_UNDERWRITER, true,  -1,   availableShares: -1 is negative",
                "null,                 true,  100,  imposedBy: is required"
            })
    void refusesALimitationThatIsNotInOrder(
            String imposedBy, boolean marketConditions, String available, String sentence) {
        elected(Story.offering());
        Map<String, Object> form = new HashMap<>();
        form.put("limitationImposed", true);
        form.put("imposedBy", imposedBy);
        form.put("marketConditions", marketConditions);
        form.put("availableShares", available);
        form.put("others", json("[]"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Decide on limitation", "underwriter", form))
                .withMessageStartingWith(sentence);
        assertThat(story.task("Decide on limitation", Story.ID)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'id': 'M', 'class': 'PIGGYBACK', 'entitledHeld': '1', 'requested': '5', 'included': '6'}]"
                        + "| others[0].included: 6 is more than the 5 requested",
                "[{'id': 'M', 'class': 'PIGGYBACK', 'entitledHeld': '-1', 'requested': '5', 'included': '5'}]"
                        + "| others[0].entitledHeld: -1 is negative",
                "[{'id': 'M', 'class': 'FRIEND', 'entitledHeld': '1', 'requested': '5', 'included': '5'}]"
                        + "| others[0].class: ",
                "[{'id': 'M', 'class': 'DEMAND', 'entitledHeld': '1.5', 'requested': '5', 'included': '5'}]"
                        + "| others[0].entitledHeld: ",
                "[{'id': 'M', 'class': 'DEMAND', 'requested': '5', 'included': '5'}]"
                        + "| others[0].entitledHeld: is required",
                "[{'id': 'M', 'colour': 'red'}] | others[0].colour: is not a field known here",
                "[null] | others[0]: is required",
                "[{'id': 'M', 'class': 1}] | others[0].class: has a value of the wrong kind"
            })
    void refusesALineOfAnotherSeller(String others, String sentence) {
        elected(Story.offering());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(
                        "Decide on limitation",
                        "underwriter",
                        Map.of("limitationImposed", false, "others", json(others))))
                .withMessageStartingWith(sentence.strip());
    }

    @Test
    void refusesAMissingListForAnEmptyOneIsAnAnswerToo() {
        elected(Story.offering());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> story.complete("Decide on limitation", "underwriter", Map.of("limitationImposed", false)))
                .withMessageStartingWith("others: is required, or noOtherSellers must be true");
    }

    @Test
    void withoutAnElectionTheOfferingGoesOnWithoutHolders() {
        story.start(Story.offering());
        story.runJobs();
        for (HolderElection election : story.elections()) {
            story.deliver(election.key().holderId(), byFax("2002-01-10T08:30:00-08:00"));
        }
        story.now("2002-01-23T09:00:00-08:00");
        story.runJobs();

        assertThat(story.row().phase()).isEqualTo(Phase.UNDERWRITING_AGREEMENT);
        story.signByCompany();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
    }

    @Test
    void withoutAHolderOfTheDayNobodyIsWaitedFor() {
        story.begin(Story.sample("H-8"));

        story.start(Story.offering());

        assertThat(story.elections()).isEmpty();
        assertThat(story.task("Record signature of Company", Story.ID)).isNotNull();
    }

    @Test
    void withoutAnUnderwritingNobodySignsAndTheCompanyLimits() {
        Map<String, Object> data = Story.offering();
        data.put("underwritten", false);
        data.remove("managingUnderwriter");
        elected(data);
        story.complete(
                "Decide on limitation",
                "corporate-secretary",
                Map.of(
                        "limitationImposed",
                        true,
                        "imposedBy",
                        "COMPANY",
                        "marketConditions",
                        true,
                        "availableShares",
                        "840",
                        "others",
                        json("[]")));
        story.approve();

        // 840 × 600,000 / 840,000 and 840 × 240,000 / 840,000
        assertThat(story.lines())
                .extracting("holderId", "allocated")
                .containsExactly(tuple("H-1", BigInteger.valueOf(600)), tuple("H-4", BigInteger.valueOf(240)));
        story.furnish();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
    }

    @Test
    void holdersNeedNotSignWhereTheCompanySellsNothing() {
        Map<String, Object> data = Story.offering();
        data.put("companyShares", "0");
        elected(data);
        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.furnish();

        assertThat(story.task("Record filing", Story.ID)).isNotNull();
    }

    @Test
    void everyIncludedHolderSigns() {
        elected(Story.offering());
        story.noLimitation();
        story.approve();
        story.signByCompany();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signatures.record(Story.ID, List.of(signature("H-2"))))
                .withMessageStartingWith("signatures[0].holderId: H-2 need not sign");

        signatures.record(Story.ID, List.of(signature("H-1")));
        story.tell(Messages.SIGNATURES_RECEIVED);
        assertThat(story.task("Record information of Holders", Story.ID)).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signatures.record(Story.ID, List.of(signature("H-1"))))
                .withMessageContaining("has already signed");

        signatures.record(Story.ID, List.of(signature("H-4")));
        story.tell(Messages.SIGNATURES_RECEIVED);
        assertThat(story.task("Record information of Holders", Story.ID)).isNotNull();
    }

    @Test
    void nothingBecomesEffectiveWithoutAgentRegistrarAndCusip() {
        elected(Story.offering());
        story.noLimitation();
        story.approve();
        story.signByCompany();
        signatures.record(Story.ID, List.of(signature("H-1"), signature("H-4")));
        story.tell(Messages.SIGNATURES_RECEIVED);
        story.furnish();
        story.file();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.effective(Story.ID, Story.instant("2002-01-23T08:30:00-08:00")))
                .withMessageContaining("CUSIP");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Record appointments", "transfer-agent", Map.of("cusip", "037833109")))
                .withMessageContaining("check digit");

        story.appoint();
        facts.effective(Story.ID, Story.instant("2002-01-23T08:30:00-08:00"));
        story.tell(Messages.REGISTRATION_EFFECTIVE);
        assertThat(story.row().phase()).isEqualTo(Phase.EFFECTIVE);
    }

    private ProcessInstance elected(Map<String, Object> data) {
        ProcessInstance offering = story.start(data);
        story.runJobs();
        story.electTwo();
        return offering;
    }

    private void limit(String available, String includedOfManager) {
        story.complete(
                "Decide on limitation",
                "underwriter",
                Map.of(
                        "limitationImposed",
                        true,
                        "imposedBy",
                        "MANAGING_UNDERWRITER",
                        "marketConditions",
                        true,
                        "availableShares",
                        available,
                        "others",
                        json("[{'id': 'M', 'class': 'PIGGYBACK', 'entitledHeld': '100', 'requested': '100',"
                                + " 'included': '" + includedOfManager + "'}]")));
    }

    private static Signature signature(String holder) {
        return new Signature(holder, LocalDate.parse("2002-01-23"), "signature page");
    }
}
