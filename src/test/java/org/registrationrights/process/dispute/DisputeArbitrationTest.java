package org.registrationrights.process.dispute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.instant;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseFileRepository;
import org.registrationrights.casefile.CaseSubject;
import org.registrationrights.dispute.ArbitrationFiling;
import org.registrationrights.dispute.AwardFinding;
import org.registrationrights.dispute.Dispute;
import org.registrationrights.dispute.DisputeCostRepository;
import org.registrationrights.dispute.DisputeCostRepository.Sheet;
import org.registrationrights.dispute.DisputeOutcome;
import org.registrationrights.dispute.DisputeRepository;
import org.registrationrights.notice.DispatchRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.dispute.DisputeCosts.BillLine;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thursday, 10 January 2002; H-1 and H-4 are in the register. */
@ProcessTest
@Verifies({Clause.S11_4_A, Clause.S11_5_A, Clause.S11_5_B, Clause.S11_6_A})
class DisputeArbitrationTest {

    private static final String ID = "DSP-2002-1";
    private static final String CLAIM = "CLM-2002-1";
    private static final String PARTIES = """
            [{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'H-1', 'side': 'RESPONDENT'},
             {'party': 'H-4', 'side': 'RESPONDENT'}]
            """;

    @Autowired
    private Story story;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identities;

    @Autowired
    private DisputeRepository disputes;

    @Autowired
    private DisputeCostRepository costs;

    @Autowired
    private Disputes facts;

    @Autowired
    private DisputeCosts settlement;

    @Autowired
    private DisputeStart start;

    @Autowired
    private DispatchRepository dispatches;

    @Autowired
    private CaseFileRepository caseFile;

    @Autowired
    private Waiting waiting;

    @Autowired
    private JdbcClient jdbc;

    /** What other tests wrote under the same id stays for good. */
    private long writtenBefore;

    @BeforeEach
    void begin() {
        story.begin(Story.sample("H-1", "H-4"));
        writtenBefore = caseFile.count(CaseSubject.matter(ID));
    }

    @AfterEach
    void end() {
        story.end();
    }

    // From the demand to the costs

    @Test
    void fromTheCompanysDemandToItsCosts() {
        ProcessInstance dispute = demand(ID, Map.of());
        assertThat(dispute).hasPassed("ServiceTask_DrawUpDemand");
        assertThat(dispatches.find("DSP-2002-1:H-1:demand")).isPresent();
        assertThat(dispatches.find("DSP-2002-1:H-4:demand").orElseThrow().offeringId())
                .isNull();
        // thirty days after Thursday the 10th, to the last second
        assertThat(story.task("File demand", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-02-09T23:59:59-08:00")));
        assertThat(story.variable(story.task("File demand", ID).getId(), "inDispute"))
                .isEqualTo("Whether the statement was misleading");

        story.complete("File demand", ID, "counsel", filing());
        assertThat(row().filing())
                .isEqualTo(new ArbitrationFiling("1220012345", LocalDate.parse("2002-01-10"), "Los Angeles", null));

        story.now("2002-06-14T09:00:00-07:00");
        story.complete("Record outcome", ID, "counsel", award());
        story.complete(
                "Find prevailing party",
                ID,
                "counsel",
                Map.of("prevailing", json("[{'party': 'COMPANY'}]"), "ground", "All that it asked for was granted"));
        assertThat(row().finding().prevailing()).containsExactly("COMPANY");
        assertThat(row().finding().foundBy()).isEqualTo("counsel");
        assertThat(row().finding().foundAt()).isEqualTo(instant("2002-06-14T09:00:00-07:00"));

        assertThat(story.task("Enter costs", ID).getDueDate())
                .isEqualTo(Date.from(instant("2002-07-14T23:59:59-07:00")));
        story.complete("Enter costs", ID, "finance", Map.of("bills", json("""
                [{'party': 'COMPANY', 'type': 'ATTORNEYS', 'cents': '5000000', 'reasonableCents': '4500000',
                  'reasonableGround': 'Two partners at one hearing', 'evidence': 'bill 1'},
                 {'party': 'COMPANY', 'type': 'EXPERTS', 'cents': '750000', 'evidence': 'bill 2'},
                 {'party': 'H-1', 'type': 'ATTORNEYS', 'cents': '2000000', 'evidence': 'bill 3'},
                 {'party': 'JAMS', 'type': 'FORUM_FEES', 'cents': '300001', 'unpaid': true, 'evidence': 'bill 4'}]
                """)));
        // 45,000.00 + 7,500.00 recovered, 5,000.00 not; with 3,000.01 for JAMS 55,500.01 in two parts
        Sheet sheet = costs.openSheet(ID).orElseThrow();
        assertThat(sheet.awardCents()).isEqualTo(5_250_000);
        assertThat(sheet.forumFeesUnpaidCents()).isEqualTo(300_001);
        assertThat(sheet.disallowedCents()).isEqualTo(500_000);
        assertThat(sheet.shares())
                .containsExactly(
                        Map.entry("H-1", BigInteger.valueOf(2_775_001)),
                        Map.entry("H-4", BigInteger.valueOf(2_775_000)));

        story.complete("Approve costs", ID, "counsel", Map.of("costsApproved", true));

        assertThat(dispute).isEnded().hasPassed("EndEvent_DisputeConcluded");
        assertThat(costs.sheets(ID)).singleElement().extracting(Sheet::approved).isEqualTo(true);
        assertThat(events())
                .containsExactly(
                        "Arbitration demanded",
                        "Demand for arbitration drawn up",
                        "Demand for arbitration drawn up",
                        "Demand on file with JAMS",
                        "Award rendered",
                        "Prevailing party found",
                        "Costs of the dispute entered",
                        "Costs of the dispute worked out",
                        "Costs of the dispute approved");
    }

    @Test
    void aHoldersDemandIsNotWrittenByTheCompanyAndItsFactsComeFromOutside() {
        ProcessInstance dispute = demand(null, Map.of("parties", json("""
                [{'party': 'H-1', 'side': 'CLAIMANT'}, {'party': 'COMPANY', 'side': 'RESPONDENT'}]
                """)));
        String id = dispute.getBusinessKey();
        assertThat(id).matches("DSP-2002-\\d+");
        assertThat(dispute).hasNotPassed("ServiceTask_DrawUpDemand");

        facts.file(id, new ArbitrationFiling("1220012346", LocalDate.parse("2002-01-10"), "Los Angeles, CA", null));
        tell(id);
        assertThat(story.task("File demand", id)).isNull();
        facts.end(id, outcome(null));
        tell(id);
        assertThat(story.task("Record outcome", id)).isNull();
        facts.find(id, List.of(), "Each got half of what it asked for");
        tell(id);
        assertThat(story.task("Find prevailing party", id)).isNull();

        enter(id, List.of(forumFees("200001")), false);
        story.complete("Approve costs", id, "counsel", Map.of("costsApproved", true));

        assertThat(dispute).isEnded();
        assertThat(costs.sheets(id).get(0).awardCents()).isZero();
        assertThat(costs.sheets(id).get(0).shares())
                .containsExactly(
                        Map.entry("H-1", BigInteger.valueOf(100_001)),
                        Map.entry("COMPANY", BigInteger.valueOf(100_000)));
    }

    @Test
    void whatIsStoredBeforeItIsWaitedForIsFound() {
        ProcessInstance dispute = demand(ID, Map.of());
        facts.file(ID, new ArbitrationFiling("1220012345", LocalDate.parse("2002-01-10"), "Los Angeles", null));
        facts.end(ID, outcome(null));
        facts.find(ID, List.of("COMPANY"), "Granted");
        enterUntold(ID, List.of(), false);
        tell(ID);

        story.complete("Approve costs", ID, "counsel", Map.of("costsApproved", true));
        assertThat(dispute).isEnded().hasNotPassed("UserTask_RecordOutcome", "UserTask_FindPrevailingParty");
    }

    @Test
    void nobodyPrevailsInADisputeThatIsSettled() {
        ProcessInstance dispute = demand(ID, Map.of());
        story.complete("File demand", ID, "counsel", ending("SETTLED"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.find(ID, List.of("COMPANY"), "It was right"))
                .withMessage("disputeId: nobody prevails in DSP-2002-1: it ended without an award (Section 11.6)");
        story.complete("Enter costs", ID, "finance", Map.of("noBills", true));
        story.complete("Approve costs", ID, "counsel", Map.of("costsApproved", true));
        assertThat(dispute).isEnded().hasNotPassed("UserTask_FindPrevailingParty");
        assertThat(events()).contains("Dispute settled");
    }

    @Test
    void aDemandThatIsOnFileMayBeWithdrawn() {
        demand(ID, Map.of());
        story.complete("File demand", ID, "counsel", filing());
        Map<String, Object> withdrawn = ending(null);
        withdrawn.put("outcome", "WITHDRAWN");
        story.complete("Record outcome", ID, "counsel", withdrawn);

        assertThat(row().outcome().kind()).isEqualTo(DisputeOutcome.Kind.WITHDRAWN);
        assertThat(story.task("Enter costs", ID)).isNotNull();
        assertThat(events()).contains("Demand for arbitration withdrawn");
    }

    // Costs

    @Test
    void billsComeOneByOneAreCorrectedAndSentBack() {
        decided();
        enter(ID, List.of(forumFees("100000")), true);
        assertThat(story.task("Enter costs", ID)).isNotNull();
        story.complete("Enter costs", ID, "counsel", Map.of("noBills", true));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Approve costs", ID, "counsel", Map.of("costsApproved", true)))
                .withMessage("costsApproved: bills were entered by counsel and need another person's approval"
                        + " (Section 11.6)");

        // a bill that comes while counsel reads
        enter(ID, List.of(new BillLine("JAMS", "FORUM_FEES", BigInteger.TWO, null, null, true, "bill", 1)), false);
        assertThat(costs.openSheet(ID).orElseThrow().forumFeesUnpaidCents()).isEqualTo(2);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter(
                        ID,
                        List.of(new BillLine("JAMS", "FORUM_FEES", BigInteger.ONE, null, null, true, "bill", 1)),
                        false))
                .withMessage("bills[0].replaces: bill 1 is corrected already (Section 11.6)");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Approve costs", ID, "counsel", Map.of("costsApproved", false)))
                .withMessage("reason: is required to send it back (Section 11.6)");
        story.complete(
                "Approve costs", ID, "counsel", Map.of("costsApproved", false, "reason", "The experts are missing"));
        assertThat(story.variable(story.task("Enter costs", ID).getId(), "sentBack"))
                .isEqualTo("Sent back by counsel: The experts are missing");
    }

    @Test
    void theAwardsOwnSplitGoesBeforeTheRule() {
        decided();
        Map<String, Object> entered = new HashMap<>(Map.of(
                "bills",
                json("[{'party': 'COMPANY', 'type': 'EXPERTS', 'cents': '1000', 'evidence': 'bill 1'}]"),
                "splitByAward",
                true,
                "splitGround",
                "Paragraph 9 of the award"));
        entered.put("split", json("[{'party': 'H-1', 'cents': '900'}, {'party': 'H-4', 'cents': '99'}]"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Enter costs", ID, "finance", entered))
                .withMessage("split: adds up to 999 cents, and award and unpaid forum fees to 1000 (Section 11.5)");
        assertThat(costs.bills(ID)).isEmpty();

        entered.put("split", json("[{'party': 'H-1', 'cents': '900'}, {'party': 'H-4', 'cents': '100'}]"));
        story.complete("Enter costs", ID, "finance", entered);
        assertThat(costs.openSheet(ID).orElseThrow().shares())
                .containsExactly(Map.entry("H-1", BigInteger.valueOf(900)), Map.entry("H-4", BigInteger.valueOf(100)));
    }

    @Test
    void theCostsOfEnforcingTheAwardAreSettledForThemselves() {
        decided();
        story.complete("Enter costs", ID, "finance", Map.of("noBills", true));
        story.complete("Approve costs", ID, "counsel", Map.of("costsApproved", true));

        enter(ID, List.of(attorneys("COMPANY", "80001")), false);
        story.complete("Approve costs", ID, "counsel", Map.of("costsApproved", true));
        assertThat(costs.sheets(ID)).hasSize(2);
        assertThat(costs.sheets(ID).get(1).shares())
                .containsExactly(
                        Map.entry("H-1", BigInteger.valueOf(40_001)), Map.entry("H-4", BigInteger.valueOf(40_000)));

        // by hand as well, one at a time
        runtime.startProcessInstanceByKey("dispute-costs", Map.of("disputeId", ID));
        assertThat(story.task("Enter costs", ID)).isNotNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> runtime.startProcessInstanceByKey("dispute-costs", ID))
                .withMessage("disputeId: the costs of DSP-2002-1 are being settled already (Section 11.6)");
    }

    @Test
    void costsAreNotCompleteBeforeItIsFoundWhoPrevails() {
        demand(ID, Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter(ID, List.of(forumFees("1")), false))
                .withMessage("moreToCome: must be true: DSP-2002-1 is not decided, and more may come (Section 11.6)");
        enter(ID, List.of(forumFees("300")), true);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> enter(ID, List.of(attorneys("H-9", "1")), true))
                .withMessage("bills[0].party: 'H-9' is no party to the dispute (Section 11.6)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> runtime.startProcessInstanceByKey("dispute-costs", ID))
                .withMessage("disputeId: the costs of DSP-2002-1 are being settled already (Section 11.6)");
        assertThat(costs.bills(ID)).hasSize(1);
    }

    // The claim

    @Test
    void theClaimIsToldWhatTheAwardHoldsAboutItsIndemnity() {
        refused(Map.of("claimId", CLAIM), "claimId: there is no claim CLM-2002-1");
        claim();
        refused(
                Map.of("claimId", CLAIM, "offeringId", "OFF-2002-9"),
                "offeringId: CLM-2002-1 concerns OFF-2002-1 (Section 11.5)");
        ProcessInstance dispute = demand(ID, Map.of("claimId", CLAIM));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> demand("DSP-2002-2", Map.of("claimId", CLAIM)))
                .withMessage("claimId: CLM-2002-1 is in arbitration already, in DSP-2002-1 (Section 11.5)");
        story.complete("File demand", ID, "counsel", filing());
        assertThat(disputes.awardFor(CLAIM)).isEmpty();
        Map<String, Object> award = award();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Record outcome", ID, "counsel", award))
                .withMessage("awardFinding: is required in a dispute about a claim (Section 3.3)");
        award.put("awardFinding", "INDEMNITY_UNAVAILABLE");
        story.complete("Record outcome", ID, "counsel", award);

        // nobody waits, and nothing fails: the claim looks here when it comes to
        assertThat(dispute).hasPassed("ServiceTask_TellClaim");
        assertThat(disputes.awardFor(CLAIM).orElseThrow().finding()).isEqualTo(AwardFinding.INDEMNITY_UNAVAILABLE);
        assertThat(events()).contains("Claim told how its arbitration ended");
        assertThat(story.task("Find prevailing party", ID)).isNotNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> demand("DSP-2002-2", Map.of("claimId", CLAIM)))
                .withMessage(
                        "claimId: CLM-2002-1 was decided by the award in DSP-2002-1, which is final (Section 11.5)");
    }

    @Test
    void aClaimIsDecidedBetweenItsOwnParties() {
        claim();
        Map<String, Object> ofOthers = Map.of("claimId", CLAIM, "parties", json("""
                [{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'H-4', 'side': 'RESPONDENT'}]
                """));
        String sentence =
                "parties: must have H-1 and COMPANY, between whom CLM-2002-1 is, on opposite sides" + " (Section 11.5)";
        refused(ofOthers, sentence);
        refused(Map.of("claimId", CLAIM, "parties", json("""
                [{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'H-1', 'side': 'CLAIMANT'},
                 {'party': 'H-4', 'side': 'RESPONDENT'}]
                """)), sentence);
        jdbc.sql("UPDATE claim SET state = 'CLOSED'").update();
        refused(Map.of("claimId", CLAIM), "claimId: CLM-2002-1 was given up (Section 11.5)");

        // one who is no Holder is known by the name
        jdbc.sql("UPDATE claim SET state = 'OWED', claimant_role = 'CONTROLLING_PERSON', claimant = 'Dana Ellis',"
                        + " claimant_of = 'H-1'")
                .update();
        demand(ID, Map.of("claimId", CLAIM, "parties", json("""
                [{'party': 'D-1', 'name': 'Dana Ellis', 'side': 'CLAIMANT', 'submission': 'letter'},
                 {'party': 'COMPANY', 'side': 'RESPONDENT'}]
                """)));
        assertThat(disputes.ofClaim(CLAIM)).hasSize(1);
    }

    /** Whether the consent was refused unreasonably is another question than the award has answered. */
    @Test
    void aSettlementAfterTheAwardMayGoToArbitration() {
        claim();
        demand(ID, Map.of("claimId", CLAIM));
        story.complete("File demand", ID, "counsel", filing());
        Map<String, Object> award = award();
        award.put("awardFinding", "INDEMNITY_AVAILABLE");
        story.complete("Record outcome", ID, "counsel", award);
        settledWithoutConsent("2002-01-09");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> demand("DSP-2002-2", Map.of("claimId", CLAIM)))
                .withMessage(
                        "claimId: CLM-2002-1 was decided by the award in DSP-2002-1, which is final (Section 11.5)");
        settledWithoutConsent("2002-01-10");
        demand("DSP-2002-2", Map.of("claimId", CLAIM));
        assertThat(disputes.ofClaim(CLAIM)).hasSize(2);
    }

    @Test
    void aClaimThatWaitsGoesOnWithTheFinding() {
        claim();
        String deployment = repository
                .createDeployment()
                .addModelInstance(
                        "waiting-claim.bpmn",
                        Bpmn.createExecutableProcess("waiting-claim")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .intermediateCatchEvent()
                                .message(Messages.AWARD_RENDERED)
                                .userTask()
                                .name("Go on with the claim")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        try {
            ProcessInstance claim = runtime.startProcessInstanceByKey("waiting-claim", CLAIM);
            demand(ID, Map.of("claimId", CLAIM));
            story.complete("File demand", ID, "counsel", filing());
            Map<String, Object> award = award();
            award.put("awardFinding", "INDEMNITY_AVAILABLE");
            story.complete("Record outcome", ID, "counsel", award);

            assertThat(story.task("Go on with the claim", CLAIM)).isNotNull();
            assertThat(runtime.getVariable(claim.getId(), "awardFinding")).isEqualTo("INDEMNITY_AVAILABLE");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void whatEndsWithoutAnAwardHasNothingToTellTheClaim() {
        claim();
        ProcessInstance dispute = demand(ID, Map.of("claimId", CLAIM));
        story.complete("File demand", ID, "counsel", ending("WITHDRAWN"));
        assertThat(dispute).hasNotPassed("ServiceTask_TellClaim");
        assertThat(disputes.awardFor(CLAIM).orElseThrow().finding()).isEqualTo(AwardFinding.NO_FINDING);
        // what was dropped may be demanded again
        demand("DSP-2002-2", Map.of("claimId", CLAIM));
    }

    // Refusals

    @Test
    void whatCannotBeIsRefusedAndNothingIsStored() {
        refused(Map.of("subject", ""), "subject: is required");
        refused(Map.of("demandedOn", "2002-01-11"), "demandedOn: 2002-01-11 is in the future");
        refused(Map.of("demandedOn", "2001-06-21"), "demandedOn: 2001-06-21 is before the agreement, 2001-06-22");
        refused(Map.of("offeringId", "OFF-2002-9"), "offeringId: there is no offering OFF-2002-9");
        refusedParties("[{'party': 'COMPANY', 'side': 'CLAIMANT'}]", "parties: has no RESPONDENT (Section 11.5)");
        refusedParties(
                "[{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'COMPANY', 'side': 'RESPONDENT'}]",
                "parties: names one of them twice (Section 11.5)");
        refusedParties(
                "[{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'H-99', 'side': 'RESPONDENT'}]",
                "parties[1].party: H-99 is neither the Company nor a Holder nor the underwriter: name another");
        refusedParties(
                "[{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'UNDERWRITER', 'side': 'RESPONDENT'}]",
                "parties[1].party: is an underwriter, and the dispute is about no underwritten offering (Section 11.5)");
        refusedParties(
                "[{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'D-1', 'name': 'Dana Ellis', 'side': 'RESPONDENT'}]",
                "parties[1].submission: is required (Section 11.5)");
        refusedParties(
                "[{'party': 'H-1', 'side': 'CLAIMANT', 'submission': 'letter'}, {'party': 'COMPANY', 'side': 'RESPONDENT'}]",
                "parties[0].submission: H-1 is bound without one (Section 11.5)");
        refusedParties(
                "[{'party': 'A', 'name': 'A', 'side': 'CLAIMANT', 'submission': 'letter'},"
                        + " {'party': 'B', 'name': 'B', 'side': 'RESPONDENT', 'submission': 'letter'}]",
                "parties: must hold the Company or a Holder, between whom the agreement is (Section 11.5)");
        refusedParties(
                "[{'party': 'COMPANY', 'side': 'CLAIMANT'}, {'party': 'H-1', 'name': 'X', 'side': 'RESPONDENT'}]",
                "parties[1].name: is known of H-1 (Section 11.5)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> demand("D-1", Map.of()))
                .withMessage("businessKey: 'D-1' is not of the form DSP-2027-1");
        assertThat(disputes.all()).isEmpty();

        demand(ID, Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> demand(ID, Map.of()))
                .withMessage("businessKey: DSP-2002-1 is already the id of another dispute");
    }

    @Test
    void aDisputeIsConductedInLosAngelesOnlyAndEndsOnce() {
        demand(ID, Map.of());
        Map<String, Object> filing = new HashMap<>(filing());
        filing.put("seat", "San Francisco");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("File demand", ID, "counsel", filing))
                .withMessage(
                        "seat: 'San Francisco' is not Los Angeles, where alone a dispute is conducted (Section 11.4)");
        assertThat(row().filing()).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.end(ID, outcome(null)))
                .withMessage("outcome: there is no award before the demand is on file (Section 11.5)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.find(ID, List.of("COMPANY"), "ground"))
                .withMessage("disputeId: DSP-2002-1 is not over (Section 11.6)");

        facts.file(ID, new ArbitrationFiling("1220012345", LocalDate.parse("2002-01-10"), "Los Angeles", null));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        facts.file(ID, new ArbitrationFiling("1", LocalDate.parse("2002-01-10"), "Los Angeles", null)))
                .withMessage("disputeId: DSP-2002-1 is already on file, as JAMS 1220012345 (Section 11.5)");
        demand("DSP-2002-2", Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.file(
                        "DSP-2002-2",
                        new ArbitrationFiling("1220012345", LocalDate.parse("2002-01-10"), "Los Angeles", null)))
                .withMessage("jamsNumber: 1220012345 is the number of another dispute");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.end(ID, outcome(AwardFinding.INDEMNITY_AVAILABLE)))
                .withMessage("awardFinding: belongs to a dispute about a claim (Section 3.3)");
        facts.end(ID, outcome(null));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.end(ID, outcome(null)))
                .withMessage("disputeId: DSP-2002-1 is over since 2002-01-10, for good (Section 11.5)");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.find(ID, List.of("COMPANY", "H-1", "H-4"), "ground"))
                .withMessage("prevailing: must be some of the parties and not all; it is null where nobody prevails"
                        + " (Section 11.6)");
        facts.find(ID, List.of("H-1"), "ground");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> facts.find(ID, List.of("COMPANY"), "ground"))
                .withMessage("disputeId: system has already found who prevails in DSP-2002-1 (Section 11.6)");
    }

    // Steps

    /** H-1's against the Company, in an offering of its own. */
    private void claim() {
        story.start(Story.offering());
        jdbc.sql("""
                INSERT INTO claim (id, offering_id, claimant_role, claimant, indemnitor, basis, violation, claimant_breach,
                    loss_cents, action, served_on, notified_on, evidence, recorded_at, recorded_by, state)
                VALUES (?, ?, 'HOLDER', 'H-1', 'COMPANY', 'VIOLATION_OF_LAW', 'Rule 10b-5', FALSE, 1,
                    'action', '2002-01-10', '2002-01-10', 'complaint', '2002-01-10 09:00:00-08:00', 'counsel', 'OWED')
                """).params(CLAIM, Story.ID).update();
    }

    private void settledWithoutConsent(String on) {
        jdbc.sql("""
                UPDATE claim SET state = 'DENIED', reason = 'SETTLED_WITHOUT_CONSENT', outcome = 'SETTLEMENT',
                    outcome_cents = 1, outcome_on = ?, outcome_paper = 'agreement'
                """).param(LocalDate.parse(on)).update();
    }

    private ProcessInstance demand(String id, Map<String, Object> changes) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "subject",
                "Whether the statement was misleading",
                "relief",
                "Reimbursement of 100,000 dollars",
                "evidence",
                "letter of 10 January",
                "parties",
                json(PARTIES)));
        variables.putAll(changes);
        identities.setAuthentication("counsel", List.of("counsel"));
        try {
            return runtime.startProcessInstanceByKey("dispute-arbitration", id, variables);
        } finally {
            identities.clearAuthentication();
            story.runJobs();
        }
    }

    private void decided() {
        demand(ID, Map.of());
        story.complete("File demand", ID, "counsel", filing());
        story.complete("Record outcome", ID, "counsel", award());
        story.complete(
                "Find prevailing party",
                ID,
                "counsel",
                Map.of("prevailing", json("[{'party': 'COMPANY'}]"), "ground", "All that it asked for was granted"));
    }

    private static Map<String, Object> filing() {
        return Map.of("result", "FILED", "jamsNumber", "1220012345", "filedOn", "2002-01-10", "seat", "Los Angeles");
    }

    private static Map<String, Object> award() {
        return new HashMap<>(Map.of(
                "outcome",
                "AWARD",
                "endedOn",
                "2002-01-10",
                "arbitrator",
                "Hon. Ruth Amsel (ret.)",
                "terms",
                "The respondents reimburse the Company",
                "paper",
                "award"));
    }

    private static Map<String, Object> ending(String result) {
        Map<String, Object> ending =
                new HashMap<>(Map.of("endedOn", "2002-01-10", "terms", "Each drops its claims", "paper", "agreement"));
        ending.put("result", result);
        return ending;
    }

    private static DisputeOutcome outcome(AwardFinding finding) {
        return new DisputeOutcome(
                DisputeOutcome.Kind.AWARD,
                LocalDate.parse("2002-01-10"),
                "Hon. Ruth Amsel (ret.)",
                "terms",
                "award",
                finding);
    }

    private static BillLine forumFees(String cents) {
        return new BillLine("JAMS", "FORUM_FEES", new BigInteger(cents), null, null, true, "bill of JAMS", null);
    }

    private static BillLine attorneys(String party, String cents) {
        return new BillLine(party, "ATTORNEYS", new BigInteger(cents), null, null, null, "bill", null);
    }

    private void enter(String id, List<BillLine> bills, boolean moreToCome) {
        enterUntold(id, bills, moreToCome);
        waiting.tell(id, Messages.DISPUTE_COSTS_REPORTED);
        start.beginForLateBills(id);
        story.runJobs();
    }

    private void enterUntold(String id, List<BillLine> bills, boolean moreToCome) {
        settlement.enter(id, bills, moreToCome, List.of(), null);
    }

    private void tell(String id) {
        waiting.tell(id, Messages.DISPUTE_REPORTED);
        story.runJobs();
    }

    private void refusedParties(String parties, String sentence) {
        refused(Map.of("parties", json(parties)), sentence);
    }

    private void refused(Map<String, Object> changes, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> demand(ID, changes))
                .withMessage(sentence);
    }

    private Dispute row() {
        return disputes.get(ID);
    }

    private List<String> events() {
        return caseFile.read(CaseSubject.matter(ID))
                .skip(writtenBefore)
                .map(filed -> filed.entry().event())
                .toList();
    }
}
