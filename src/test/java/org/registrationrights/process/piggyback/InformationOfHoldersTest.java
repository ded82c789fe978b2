package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.information;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.offering.InformationDecision;
import org.registrationrights.offering.InformationDecision.Kind;
import org.registrationrights.offering.InformationRepository;
import org.registrationrights.offering.InformationRepository.Decided;
import org.registrationrights.offering.InformationRepository.Version;
import org.registrationrights.offering.InformationRequest;
import org.registrationrights.offering.InformationRequest.State;
import org.springframework.beans.factory.annotation.Autowired;

/** H-1 with 300,000 shares and H-4 with 240,000 are asked for their information on 23 January 2002. */
@ProcessTest
@Verifies(Clause.S2_4_A)
class InformationOfHoldersTest {

    private static final String RECORD = "Record information of Holders";
    private static final String DECIDE = "Decide on missing information";

    @Autowired
    private Story story;

    @Autowired
    private InformationOfHolders information;

    @Autowired
    private InformationRepository rows;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @BeforeEach
    void begin() {
        story.begin(Story.sample("H-1", "H-4"));
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void eachIncludedHolderIsAskedAndHasAWeek() {
        untilAsked();

        assertThat(rows.requests(Story.ID).values())
                .extracting(InformationRequest::holderId, InformationRequest::state, InformationRequest::dueOn)
                .containsExactly(
                        tuple("H-1", State.REQUESTED, LocalDate.parse("2002-01-30")),
                        tuple("H-4", State.REQUESTED, LocalDate.parse("2002-01-30")));
        assertThat(story.caseFile())
                .extracting(CaseEntry::event)
                .endsWith(
                        "Information of Holders requested",
                        "Request for information drawn up",
                        "Request for information drawn up");
        assertThat(timer().getDuedate()).isEqualTo(Date.from(instant("2002-01-31T00:00:00-08:00")));
        assertThat(story.task(RECORD, Story.ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-01-30T23:59:59-08:00")));
        assertThat(missingInTask(RECORD)).isEqualTo("H-1 (due 2002-01-30), H-4 (due 2002-01-30)");
        assertThat(information.sellingHolders(Story.ID).rows())
                .extracting("holderId", "name", "sharesBefore", "information")
                .containsExactly(
                        tuple("H-1", "Leonora Vance", BigInteger.valueOf(600_000), State.REQUESTED),
                        tuple("H-4", "Orrin Family Trust", BigInteger.valueOf(240_000), State.REQUESTED));
    }

    @Test
    void whoIsCutBackToNothingIsNotAsked() {
        elect();
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
                        "0",
                        "noOtherSellers",
                        true));
        story.approve();
        story.signByCompany();

        assertThat(rows.requests(Story.ID)).isEmpty();
        assertThat(story.caseFile()).extracting(CaseEntry::event).doesNotContain("Information of Holders requested");
        assertThat(information.sellingHolders(Story.ID).rows()).isEmpty();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
    }

    @Test
    void nobodyIsAskedTwice() {
        untilAsked();
        story.furnish(List.of(information("H-1", 600_000)));

        information.request(Story.ID);

        assertThat(rows.requests(Story.ID).values())
                .extracting(InformationRequest::state)
                .containsExactly(State.FURNISHED, State.REQUESTED);
    }

    @Test
    void theOfferingGoesOnWhenTheLastHasFurnished() {
        untilAsked();

        story.complete(RECORD, "holder-services", form("""
                [{'holderId': 'H-4', 'name': 'Orrin Family Trust', 'sharesOwned': '240000', 'relationship': '',
                  'noRelationship': true, 'planOfDistribution': 'By the underwriters only', 'signedOn': '2002-01-22',
                  'evidence': 'questionnaire'}]
                """));
        assertThat(missingInTask(RECORD)).isEqualTo("H-1 (due 2002-01-30)");
        assertThat(variables()).doesNotContainKey("information");

        story.furnish(List.of(information("H-1", 600_000)));
        assertThat(story.task(RECORD, Story.ID)).isNull();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().equals("Information of the Holder recorded"))
                .extracting(CaseEntry::holderId, CaseEntry::actor)
                .containsExactly(tuple("H-4", "holder-services"), tuple("H-1", "system"));
    }

    @Test
    void aLaterVersionCountsAndTheEarlierStays() {
        untilAsked();

        story.furnish(List.of(information("H-1", 600_000)));
        story.furnish(List.of(information("H-1", 1_000_000)));

        assertThat(rows.versions(Story.ID))
                .extracting(Version::version, version -> version.information().sharesOwned())
                .containsExactly(tuple(1, BigInteger.valueOf(600_000)), tuple(2, BigInteger.valueOf(1_000_000)));
        assertThat(information.sellingHolders(Story.ID).rows().get(0).sharesAfter())
                .isEqualTo(700_000);
    }

    @Test
    void whatIsOverdueGoesToCounselAndMayStillBeRecorded() {
        untilAsked();
        story.furnish(List.of(information("H-1", 600_000)));
        overdue("2002-01-31T00:00:00-08:00");

        assertThat(missingInTask(DECIDE)).isEqualTo("H-4 (due 2002-01-30)");
        story.complete(RECORD, "holder-services", form("""
                [{'holderId': 'H-4', 'name': 'Orrin Family Trust', 'sharesOwned': '240000', 'noRelationship': true,
                  'signedOn': '2002-01-30', 'evidence': 'questionnaire'}]
                """));

        assertThat(story.task(DECIDE, Story.ID)).isNull();
        assertThat(rows.decisions(Story.ID)).isEmpty();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
    }

    @Test
    void whatIsReportedEndsTheDecisionToo() {
        untilAsked();
        overdue("2002-01-31T00:00:00-08:00");

        story.furnish(List.of(information("H-1", 600_000)));
        // H-4 is overdue still
        assertThat(missingInTask(DECIDE)).isEqualTo("H-4 (due 2002-01-30)");
        story.furnish(List.of(information("H-4", 240_000)));

        assertThat(story.task(DECIDE, Story.ID)).isNull();
        assertThat(story.task("Record filing", Story.ID)).isNotNull();
    }

    @Test
    void counselMayGiveMoreTimeAndIsAskedAgainAfterwards() {
        untilAsked();
        story.furnish(List.of(information("H-1", 600_000)));
        overdue("2002-01-31T00:00:00-08:00");

        story.complete(
                DECIDE,
                "counsel",
                decisions("{'holderId': 'H-4', 'decision': 'WAIT', 'waitUntil': '2002-02-04',"
                        + " 'ground': 'The trustee is abroad until Monday.'}"));

        assertThat(story.task(DECIDE, Story.ID)).isNull();
        assertThat(missingInTask(RECORD)).isEqualTo("H-4 (due 2002-02-04)");
        assertThat(story.task(RECORD, Story.ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-04T23:59:59-08:00")));
        overdue("2002-02-05T00:00:00-08:00");
        assertThat(story.task(DECIDE, Story.ID)).isNotNull();
    }

    @Test
    void counselDecidesHolderByHolderWithTheGround() {
        untilAsked();
        overdue("2002-01-31T00:00:00-08:00");

        story.complete(
                DECIDE,
                "counsel",
                decisions("{'holderId': 'H-1', 'decision': 'EXCUSE', 'ground': 'The Company knows all of it.'}"));
        assertThat(missingInTask(DECIDE)).isEqualTo("H-4 (due 2002-01-30)");
        assertThat(variables()).doesNotContainKey("decisions");
        story.complete(
                DECIDE,
                "counsel",
                decisions("{'holderId': 'H-4', 'decision': 'EXCUSE', 'ground': 'So it does here.'}"));

        assertThat(rows.requests(Story.ID).values())
                .extracting(InformationRequest::state)
                .containsOnly(State.EXCUSED);
        assertThat(rows.decisions(Story.ID))
                .extracting(decided -> decided.decision().ground(), Decided::decidedBy, Decided::decidedAt)
                .containsExactly(
                        tuple("The Company knows all of it.", "counsel", instant("2002-01-31T00:00:00-08:00")),
                        tuple("So it does here.", "counsel", instant("2002-01-31T00:00:00-08:00")));
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().equals("Missing information of the Holder decided on"))
                .extracting(CaseEntry::holderId, CaseEntry::actor)
                .containsExactly(tuple("H-1", "counsel"), tuple("H-4", "counsel"));
        story.file();
        assertThat(story.row().registration().fileNumber()).isEqualTo("333-00001");
    }

    @Test
    void withoutAHolderThatIsHeldOutTheSharesAreAllocatedAnew() {
        holdOut();

        assertThat(story.task("Record filing", Story.ID)).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> information.sellingHolders(Story.ID))
                .withMessageContaining("are not allocated yet");
        story.approve();

        assertThat(story.lines()).extracting("holderId").containsExactly("H-1");
        assertThat(story.round().carriedOver()).isTrue();
        story.file();
        assertThat(story.row().registration().filedOn()).isEqualTo("2002-01-23");
    }

    @Test
    void itsInformationBringsAHolderThatIsHeldOutBackIn() {
        holdOut();
        story.approve();

        story.furnish(List.of(information("H-4", 240_000)));

        assertThat(story.task("Record filing", Story.ID)).isNull();
        story.approve();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1", "H-4");
        story.file();
        assertThat(story.row().registration().filedOn()).isEqualTo("2002-01-23");
    }

    @Test
    void soDoesAnotherDecisionUntilTheFiling() {
        holdOut();
        InformationDecision excuse =
                new InformationDecision("H-4", Kind.EXCUSE, null, "Its transfer agent answered for it.");

        information.decide(Story.ID, List.of(excuse));
        story.tellOvertaken();
        story.approve();
        assertThat(story.lines()).extracting("holderId").containsExactly("H-1", "H-4");
        story.file();

        assertThat(rows.decisions(Story.ID))
                .extracting(decided -> decided.decision().decision())
                .containsExactly(Kind.HOLD_OUT, Kind.EXCUSE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> information.decide(Story.ID, List.of(excuse)))
                .withMessage("offeringId: OFF-2002-1 is filed (Section 2.4)");
    }

    @Test
    void whatComesAfterTheFilingIsStoredAndMarked() {
        untilAsked();
        story.furnish();
        story.file();

        story.furnish(List.of(information("H-1", 700_000)));

        assertThat(rows.latest(Story.ID).get("H-1").sharesOwned()).isEqualTo(700_000);
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().equals("Information of the Holder recorded"))
                .last()
                .satisfies(
                        entry -> assertThat(entry.result().get("filedBefore")).hasToString("2002-01-23"));
    }

    @Test
    void aWithdrawnOfferingTakesNone() {
        untilAsked();
        story.withdraw();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> information.furnish(Story.ID, List.of(information("H-1", 600_000))))
                .withMessage("offeringId: OFF-2002-1 is withdrawn (Section 8)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[]' | information: needs at least one Holder (Section 2.4)",
                "'[null]' | information[0]: is required",
                "[{'holderId': 'H-2', 'name': 'T', 'sharesOwned': '9', 'noRelationship': true, 'signedOn': '2002-01-22',"
                        + " 'evidence': 'E'}] | information[0].holderId: H-2 is not asked for information in offering"
                        + " OFF-2002-1",
                "[{'holderId': 'H-1', 'name': 'T', 'sharesOwned': '299999', 'noRelationship': true,"
                        + " 'signedOn': '2002-01-22', 'evidence': 'E'}] | information[0].sharesOwned: 299999 is fewer than"
                        + " the 300000 shares that are offered for H-1 (Section 2.4)",
                "[{'holderId': 'H-1', 'name': 'T', 'sharesOwned': '600000', 'noRelationship': true,"
                        + " 'signedOn': '2002-01-24', 'evidence': 'E'}] | information[0].signedOn: 2002-01-24 is in the"
                        + " future",
                "[{'holderId': 'H-1', 'name': 'T', 'sharesOwned': '600000', 'noRelationship': true,"
                        + " 'signedOn': '2002-01-09', 'evidence': 'E'}] | information[0].signedOn: 2002-01-09 is before"
                        + " the determination, 2002-01-10",
                "[{'holderId': 'H-1', 'name': 'T', 'sharesOwned': '600000', 'relationship': '', 'noRelationship': false,"
                        + " 'signedOn': '2002-01-22', 'evidence': 'E'}] | information[0].relationship: is required, or"
                        + " noRelationship must be true (Section 2.4)",
                "[{'holderId': 'H-1', 'name': 'T', 'sharesOwned': '1.5'}] | information[0].sharesOwned: has a value of the"
                        + " wrong kind"
            })
    void refusesAFormAndKeepsNothingOfIt(String lines, String sentence) {
        untilAsked();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(RECORD, "holder-services", form(lines)))
                .withMessage(sentence);
        assertThat(rows.versions(Story.ID)).isEmpty();
        assertThat(story.task(RECORD, Story.ID)).isNotNull();
    }

    @Test
    void refusesAHolderThatIsThereTwice() {
        untilAsked();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> information.furnish(
                        Story.ID, List.of(information("H-1", 600_000), information("H-1", 700_000))))
                .withMessage("information[1].holderId: H-1 is there twice");
        assertThat(rows.versions(Story.ID)).isEmpty();
        assertThat(rows.requests(Story.ID).get("H-1").state()).isEqualTo(State.REQUESTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'holderId': 'H-4', 'decision': 'EXCUSE', 'ground': ''} | decisions[0].ground: is required (Section 2.4)",
                "{'holderId': 'H-4', 'decision': 'PUNISH', 'ground': 'G'} | decisions[0].decision: has a value of the wrong"
                        + " kind",
                "{'holderId': 'H-4', 'decision': 'WAIT', 'ground': 'G'} | decisions[0].waitUntil: is required with the"
                        + " decision WAIT (Section 2.4)",
                "{'holderId': 'H-4', 'decision': 'WAIT', 'waitUntil': '2002-01-31', 'ground': 'G'}"
                        + " | decisions[0].waitUntil: 2002-01-31 is not after today, 2002-01-31 (Section 2.4)",
                "{'holderId': 'H-1', 'decision': 'EXCUSE', 'ground': 'G'} | decisions[0].holderId: H-1 has furnished its"
                        + " information (Section 2.4)",
                "{'holderId': 'H-2', 'decision': 'EXCUSE', 'ground': 'G'} | decisions[0].holderId: H-2 is not asked for"
                        + " information in offering OFF-2002-1"
            })
    void refusesADecisionAndKeepsNothingOfIt(String line, String sentence) {
        untilAsked();
        story.furnish(List.of(information("H-1", 600_000)));
        overdue("2002-01-31T00:00:00-08:00");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete(DECIDE, "counsel", decisions(line)))
                .withMessage(sentence);
        assertThat(rows.decisions(Story.ID)).isEmpty();
        assertThat(story.task(DECIDE, Story.ID)).isNotNull();
    }

    @Test
    void refusesADecisionBeforeItIsDue() {
        untilAsked();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> information.decide(
                        Story.ID, List.of(new InformationDecision("H-4", Kind.HOLD_OUT, null, "No patience."))))
                .withMessage("decisions[0].holderId: H-4 has time until 2002-01-30 (Section 2.4)");
    }

    @Test
    void thereIsNoTableBeforeTheAllocation() {
        elect();
        assertNoTable();

        story.noLimitation();
        assertNoTable();

        story.approve();
        assertThat(information.sellingHolders(Story.ID).rows())
                .extracting("information")
                .containsExactly(null, null);
    }

    private void assertNoTable() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> information.sellingHolders(Story.ID))
                .withMessage("offeringId: the shares of Holders in OFF-2002-1 are not allocated yet (Section 2.3)");
    }

    private ProcessInstance elect() {
        Map<String, Object> data = Story.offering();
        // so that no Holder must sign
        data.put("companyShares", "0");
        ProcessInstance offering = story.start(data);
        story.runJobs();
        story.electTwo();
        return offering;
    }

    private void untilAsked() {
        ProcessInstance offering = elect();
        story.noLimitation();
        story.approve();
        story.signByCompany();
        assertThat(offering).isWaitingAt("CallActivity_PrepareFiling");
    }

    /** Moves to the instant at which the timer is set, once it is asserted to be the expected one. */
    private void overdue(String expectedInstant) {
        assertThat(timer().getDuedate()).isEqualTo(Date.from(instant(expectedInstant)));
        assertThat(story.task(DECIDE, Story.ID)).isNull();
        story.now(expectedInstant);
        story.runJobs();
    }

    private void holdOut() {
        untilAsked();
        story.furnish(List.of(information("H-1", 600_000)));
        overdue("2002-01-31T00:00:00-08:00");
        story.complete(
                DECIDE,
                "counsel",
                decisions("{'holderId': 'H-4', 'decision': 'HOLD_OUT', 'ground': 'It answers no letter.'}"));
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processDefinitionKey("holder-information")
                .timers()
                .singleResult();
    }

    private Object missingInTask(String name) {
        return tasks.getVariableLocal(story.task(name, Story.ID).getId(), "missingInformation");
    }

    private Map<String, Object> variables() {
        return runtime.getVariables(runtime.createProcessInstanceQuery()
                .processDefinitionKey("holder-information")
                .singleResult()
                .getId());
    }

    private static Map<String, Object> form(String lines) {
        return Map.of("information", json(lines));
    }

    private static Map<String, Object> decisions(String line) {
        return Map.of("decisions", json("[" + line + "]"));
    }
}
