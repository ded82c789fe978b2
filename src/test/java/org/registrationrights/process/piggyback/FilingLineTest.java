package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.offering.ExclusionRepository;
import org.registrationrights.offering.HolderExclusion;
import org.registrationrights.offering.HolderExclusion.Reason;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.SignatureDecision;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Missing;
import org.registrationrights.offering.UnderwriterRepository.Replacement;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * From the limit to the filing: H-1 with 600,000 shares asks for 300,000, H-4 for all of its 240,000. Whoever is left out
 * has the shares allocated anew.
 */
@ProcessTest
@Verifies({Clause.S2_2_A, Clause.S2_3_A, Clause.S2_3_C, Clause.S2_3_D})
class FilingLineTest {

    private static final String DECIDE = "Decide on missing signatures";

    @Autowired
    private Story story;

    @Autowired
    private Exclusions exclusions;

    @Autowired
    private ExclusionRepository excluded;

    @Autowired
    private SignatureRepository signatureRows;

    @Autowired
    private Signatures signatures;

    @Autowired
    private ManagingUnderwriters underwriters;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void elect() {
        story.begin();
        story.start(Story.offering());
        story.runJobs();
        story.electTwo();
    }

    @AfterEach
    void end() {
        story.end();
    }

    // dealing out the rest

    @Test
    void counselDealsOutWhatTheProductLeavesOverOnAGround() {
        // 100,000 × 600,000 / 1,640,000 and 100,000 × 240,000 / 1,640,000
        story.limit(
                "100000",
                "[{'id': 'F', 'class': 'DEMAND', 'entitledHeld': '800000', 'requested': '0', 'included': '0'}]");
        assertThat(story.lines()).extracting("allocated").containsExactly(count(36_585), count(14_634));
        assertThat(story.round().unallocated()).isEqualTo(48_781);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> approve(Map.of("allocationApproved", true, "dealOutRest", true)))
                .withMessage("ground: is required to deal out the rest (Section 2.3)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> approve(Map.of("allocationApproved", false, "dealOutRest", true, "ground", "why")))
                .withMessage("dealOutRest: goes with an approval only (Section 2.3)");

        approve(Map.of("allocationApproved", true, "dealOutRest", true, "ground", "Nothing is to be wasted."));

        // 48,781 by 600,000 to 240,000
        assertThat(story.lines()).extracting("allocated").containsExactly(count(71_429), count(28_571));
        assertThat(story.round().restDealtOut()).isTrue();
        assertThat(story.round().unallocated()).isZero();
        assertThat(story.round().ground()).isEqualTo("Nothing is to be wasted.");
        assertThat(story.caseFile())
                .extracting(CaseEntry::event)
                .contains("Allocation approved with the rest dealt out");
        assertThat(story.task("Record signature of Company", Story.ID)).isNotNull();
    }

    @Test
    void whereNothingIsLeftOverNothingIsDealtOut() {
        story.noLimitation();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> approve(Map.of("allocationApproved", true, "dealOutRest", true, "ground", "why")))
                .withMessage("dealOutRest: no share is left over (Section 2.3)");
    }

    @Test
    void counselSendsTheFiguresBackWithAGround() {
        story.limit("100000", "[]");

        approve(Map.of("allocationApproved", false, "ground", "A hundred thousand is the limit of last year."));

        String task = story.task("Decide on limitation", Story.ID).getId();
        assertThat(story.variable(task, "counselsGround")).isEqualTo("A hundred thousand is the limit of last year.");
        assertThat(story.round().sentBack()).isTrue();
    }

    @Test
    void whereParityFailsTheProposalIsShown() {
        story.limit(
                "270000",
                "[{'id': 'M', 'class': 'PIGGYBACK', 'entitledHeld': '100', 'requested': '100', 'included': '100'}]");

        String task = story.task("Decide on limitation", Story.ID).getId();
        assertThat(story.variable(task, "anyProposal")).isEqualTo(true);
        assertThat(story.variable(task, "proposal").toString())
                .contains("{\"seller\":\"M\",\"now\":\"100\",\"proposed\":\"32\"}");
        assertThat((String) story.variable(task, "returnSentence")).startsWith("Parity fails");
    }

    // an overall limit

    @Test
    void anOverallLimitIsTurnedIntoTheAvailableShares() {
        Map<String, Object> form = overall("2500000");
        form.put(
                "others",
                json(
                        "[{'id': 'F', 'class': 'SERIES_2A', 'entitledHeld': '800000', 'requested': '200000', 'included': '200000'},"
                                + "{'id': 'M', 'class': 'PIGGYBACK', 'entitledHeld': '60000', 'requested': '60000', 'included': '30000'}]"));

        story.complete("Decide on limitation", "underwriter", form);

        // 2,500,000 less the Company's 2,000,000 and the fund's 200,000; M's part of 300,000 is a tenth
        assertThat(story.round().available()).isEqualTo(270_000);
        assertThat(story.round().overallLimit()).isEqualTo(2_500_000);
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().equals("Limitation imposed"))
                .singleElement()
                .satisfies(entry -> assertThat(
                                entry.result().get("availableWorkedOut").toString())
                        .contains("a help that the agreement's text does not contain"));
    }

    @Test
    void refusesAnOverallLimitThatIsNotAlone() {
        Map<String, Object> both = overall("2500000");
        both.put("availableShares", "100");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Decide on limitation", "underwriter", both))
                .withMessage("overallLimit: must be absent where availableShares says what remains (Section 2.3)");
        Map<String, Object> none = overall("2500000");
        none.put("limitationImposed", false);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Decide on limitation", "underwriter", none))
                .withMessage("overallLimit: must be absent without a limitation (Section 2.3)");
    }

    // Holders left out

    @Test
    void whoDoesNotSignInTimeGoesToCounselWhoWaits() {
        untilSignatures();
        assertThat(signatureRows.missing(Story.ID))
                .containsExactly(missing("H-1", "2002-01-30"), missing("H-4", "2002-01-30"));
        assertThat(story.task("Record signatures of Holders", Story.ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-01-30T23:59:59-08:00")));
        story.sign("H-1");
        overdue("2002-01-31T00:00:00-08:00");

        decide("{'holderId': 'H-4', 'decision': 'WAIT', 'waitUntil': '2002-02-04', 'ground': 'Its trustee travels.'}");

        assertThat(signatureRows.missing(Story.ID)).containsExactly(missing("H-4", "2002-02-04"));
        assertThat(story.task(DECIDE, Story.ID)).isNull();
        overdue("2002-02-05T00:00:00-08:00");
        story.complete(
                "Record signatures of Holders",
                "holder-services",
                Map.of("signatures", json("[{'holderId': 'H-4', 'signedOn': '2002-02-04', 'evidence': 'page 2'}]")));
        assertThat(story.task("Record information of Holders", Story.ID)).isNotNull();
        assertThat(story.task(DECIDE, Story.ID)).isNull();
    }

    @Test
    void whoIsLeftOutHasTheSharesAllocatedAnewUnderTheSameLimit() {
        story.limit("210000", "[]");
        assertThat(story.lines()).extracting("allocated").containsExactly(count(150_000), count(60_000));
        story.approve();
        story.signByCompany();
        story.sign("H-1");
        overdue("2002-01-31T00:00:00-08:00");

        decide("{'holderId': 'H-4', 'decision': 'EXCLUDE', 'ground': 'It refuses to sign.'}");

        assertThat(story.task("Approve allocation", Story.ID)).isNotNull();
        assertThat(story.task("Decide on limitation", Story.ID)).isNull();
        assertThat(story.lines()).extracting("holderId", "allocated").containsExactly(tuple("H-1", count(210_000)));
        assertThat(story.round().snapshotOn()).isEqualTo("2002-01-23");
        assertThat(story.round().decidedBy()).isEqualTo("underwriter");
        assertThat(excluded.all(Story.ID))
                .singleElement()
                .satisfies(one -> assertThat(one.exclusion())
                        .isEqualTo(new HolderExclusion("H-4", Reason.NOT_SIGNED, "It refuses to sign.")));
        // the Company and H-1 have signed the same underwriter's agreement
        story.approve();
        story.furnish();
        story.file();
        assertThat(story.row().phase()).isEqualTo(Phase.FILED);
    }

    @Test
    void whoDropsOutIsLeftOutFromOutsideWhereverTheLineStands() {
        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.sign("H-1", "H-4");
        story.furnish();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();

        exclusions.exclude(Story.ID, List.of(droppedOut("H-4")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(story::file)
                .withMessage("offeringId: the allocation of OFF-2002-1 is not approved or is overtaken (Section 2.3)");
        story.tellOvertaken();

        assertThat(story.task("Record filing", Story.ID)).isNull();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1");
        story.approve();
        story.file();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> exclusions.exclude(Story.ID, List.of(droppedOut("H-1"))))
                .withMessage("offeringId: Holders of OFF-2002-1 are left out between the elections and the filing; its"
                        + " phase is FILED (Section 2.3)");
    }

    @Test
    void anApprovalThatIsOvertakenCountsForNothing() {
        story.noLimitation();

        exclusions.exclude(Story.ID, List.of(droppedOut("H-4")));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(story::approve)
                .withMessage("allocationApproved: the figures are overtaken; new ones are worked out (Section 2.3)");
        story.tellOvertaken();
        story.tellOvertaken();
        story.approve();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1");
    }

    @Test
    void whereEverybodyIsLeftOutTheOfferingGoesOnWithoutHolders() {
        story.noLimitation();
        story.approve();

        exclusions.exclude(Story.ID, List.of(droppedOut("H-1"), droppedOut("H-4")));
        story.tellOvertaken();

        story.signByCompany();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
        story.file();
        assertThat(story.row().phase()).isEqualTo(Phase.FILED);
    }

    @Test
    void counselLeavesOutInTasklistToo() {
        story.noLimitation();
        story.approve();

        runtime.startProcessInstanceByKey(
                "holder-exclusion",
                Map.of("offeringId", Story.ID, "holderId", "H-4", "reason", "DROPPED_OUT", "ground", "By its letter."));
        story.runJobs();

        assertThat(story.lines()).extracting("holderId").containsExactly("H-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H-2 | DROPPED_OUT | why | exclusions[0].holderId: H-2 does not take part in offering OFF-2002-1 (Section 2.3)",
                "H-4 | | why | reason: is required (Section 2.3)",
                "H-4 | NOT_SIGNED | | ground: is required (Section 2.3)",
                "| NOT_SIGNED | why | holderId: is required (Section 2.3)"
            })
    void refusesAnExclusionThatIsNotInOrder(String holder, Reason reason, String ground, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> exclusions.exclude(Story.ID, List.of(new HolderExclusion(holder, reason, ground))))
                .withMessage(sentence);
        assertThat(excluded.all(Story.ID)).isEmpty();
    }

    @Test
    void refusesADecisionOnASignatureThatIsNotDue() {
        untilSignatures();
        story.sign("H-1");

        refused("H-1", "decisions[0].holderId: H-1 need not sign in offering OFF-2002-1, or has signed (Section 2.2)");
        refused("H-4", "decisions[0].holderId: H-4 has time until 2002-01-30 (Section 2.2)");
        story.now("2002-01-31T00:00:00-08:00");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signatures.decide(
                        Story.ID,
                        List.of(new SignatureDecision(
                                "H-4", SignatureDecision.Kind.WAIT, LocalDate.parse("2002-01-31"), "why"))))
                .withMessage("decisions[0].waitUntil: 2002-01-31 is not after today, 2002-01-31 (Section 2.2)");
    }

    private void refused(String holder, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signatures.decide(
                        Story.ID, List.of(new SignatureDecision(holder, SignatureDecision.Kind.EXCLUDE, null, "why"))))
                .withMessage(sentence);
    }

    // the managing underwriter

    @Test
    void anotherManagingUnderwriterDecidesAndIsSignedWithAnew() {
        story.limit("210000", "[]");
        story.approve();
        story.signByCompany();
        story.sign("H-1", "H-4");

        runtime.startProcessInstanceByKey(
                "underwriter-replacement",
                Map.of(
                        "offeringId",
                        Story.ID,
                        "name",
                        "Other Securities",
                        "since",
                        "2002-01-23",
                        "evidence",
                        "letter"));
        story.runJobs();

        assertThat(story.row().managingUnderwriter()).isEqualTo("Other Securities");
        assertThat(story.row().registration().companySignedOn()).isNull();
        assertThat(signatureRows.all(Story.ID)).isEmpty();
        assertThat(story.task("Decide on limitation", Story.ID)).isNotNull();
        story.noLimitation();
        story.approve();
        story.signByCompany();
        assertThat(signatureRows.missing(Story.ID))
                .extracting(Missing::holderId)
                .containsExactly("H-1", "H-4");
    }

    @Test
    void afterTheFilingItIsOnlyRecorded() {
        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.sign("H-1", "H-4");
        story.furnish();
        story.file();

        underwriters.replace(Story.ID, replacement("Other Securities", "2002-01-23"));
        story.tellOvertaken();

        assertThat(story.row().managingUnderwriter()).isEqualTo("Other Securities");
        assertThat(story.row().phase()).isEqualTo(Phase.FILED);
        assertThat(signatureRows.all(Story.ID)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Example Securities | 2002-01-23 | name: Example Securities is the managing underwriter already (Section 4(f))",
                "| 2002-01-23 | name: is required (Section 4(f))",
                "Other Securities | 2002-01-24 | since: 2002-01-24 is in the future",
                "Other Securities | 2002-01-09 | since: 2002-01-09 is before the determination, 2002-01-10",
                "Other Securities | | since: is required (Section 4(f))"
            })
    void refusesAReplacementThatIsNotInOrder(String name, String since, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> underwriters.replace(Story.ID, replacement(name, since)))
                .withMessage(sentence);
        assertThat(story.row().managingUnderwriter()).isEqualTo("Example Securities");
    }

    private static Replacement replacement(String name, String since) {
        return new Replacement(name, since == null ? null : LocalDate.parse(since), "letter of the Company");
    }

    private void untilSignatures() {
        story.noLimitation();
        story.approve();
        story.signByCompany();
    }

    private void approve(Map<String, Object> form) {
        story.complete("Approve allocation", "counsel", form);
    }

    private void decide(String decision) {
        story.complete(DECIDE, "counsel", Map.of("decisions", json("[" + decision + "]")));
    }

    /** Moves to the instant at which the timer is set, once it is asserted to be the expected one. */
    private void overdue(String expectedInstant) {
        Job timer = management
                .createJobQuery()
                .processDefinitionKey("underwriting-agreement")
                .timers()
                .singleResult();
        assertThat(timer.getDuedate()).isEqualTo(Date.from(instant(expectedInstant)));
        assertThat(story.task(DECIDE, Story.ID)).isNull();
        story.now(expectedInstant);
        story.runJobs();
        assertThat(story.task(DECIDE, Story.ID)).isNotNull();
    }

    private static Map<String, Object> overall(String limit) {
        return new HashMap<>(Map.of(
                "limitationImposed",
                true,
                "imposedBy",
                "MANAGING_UNDERWRITER",
                "marketConditions",
                true,
                "overallLimit",
                limit,
                "others",
                json("[]")));
    }

    private static HolderExclusion droppedOut(String holder) {
        return new HolderExclusion(holder, Reason.DROPPED_OUT, "It takes its request back.");
    }

    private static Missing missing(String holder, String dueOn) {
        return new Missing(holder, LocalDate.parse(dueOn));
    }

    private static BigInteger count(long shares) {
        return BigInteger.valueOf(shares);
    }
}
