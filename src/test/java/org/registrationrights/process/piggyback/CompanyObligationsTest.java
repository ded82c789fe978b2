package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.offering.Listing;
import org.registrationrights.offering.Obligation;
import org.registrationrights.offering.Obligation.State;
import org.registrationrights.offering.ObligationRepository;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.PermittedRefusal;
import org.registrationrights.offering.ProspectusDelivery;
import org.registrationrights.offering.ProspectusRepository;
import org.registrationrights.offering.StateQualification;
import org.registrationrights.offering.StateQualificationRepository;
import org.registrationrights.process.Messages;
import org.registrationrights.process.request.RequestProcess;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Company does for the shares of H-1 and H-4: four obligations side by side, of which one bars effectiveness. */
@ProcessTest
@Verifies({Clause.S4_A, Clause.S4_B, Clause.S4_D, Clause.S4_E})
class CompanyObligationsTest {

    private static final LocalDate TODAY = LocalDate.parse("2002-01-23");

    @Autowired
    private Story story;

    @Autowired
    private CompanyObligations obligations;

    @Autowired
    private Appointments appointments;

    @Autowired
    private OfferingFacts facts;

    @Autowired
    private ObligationRepository rows;

    @Autowired
    private StateQualificationRepository states;

    @Autowired
    private ProspectusRepository prospectuses;

    @Autowired
    private RequestProcess requests;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void theFourAreOpenSideBySideAndAllAreDoneByForm() {
        story.fileForTwo();
        assertOpen("Record appointments", "Record listing", "Record states", "Record prospectuses");
        ProcessInstance beside = beside();

        list("[{'exchange': 'Nasdaq', 'outcome': 'APPLIED_FOR'}]", false);
        list(
                "[{'exchange': 'Nasdaq', 'outcome': 'APPROVED', 'approvedOn': '2002-01-23', 'evidence': 'letter 1'}]",
                true);
        assertOpen("Record appointments", "Record states", "Record prospectuses");
        story.complete("Record states", "counsel", Map.of("statesComplete", true, "statesGround", "Nobody has asked."));
        story.appoint();
        story.effective();
        assertThat(story.row().phase()).isEqualTo(Phase.EFFECTIVE);
        assertOpen("Record prospectuses", "Record closing");
        assertThat(beside).isNotEnded();

        story.complete(
                "Record prospectuses",
                "holder-services",
                Map.of("prospectuses", json("""
                        [{'holderId': '', 'kind': 'FINAL', 'furnishedOn': '2002-01-23', 'copies': '25',
                          'how': 'by courier', 'evidence': 'waybill'}]
                        """), "prospectusesComplete", true));

        assertThat(beside).isEnded().hasPassed("EndEvent_ObligationsFulfilled");
        assertThat(prospectuses.ofOffering(Story.ID))
                .extracting(ProspectusDelivery::holderId, ProspectusDelivery::copies)
                .containsExactly(tuple("H-1", BigInteger.valueOf(25)), tuple("H-4", BigInteger.valueOf(25)));
        assertThat(rows.ofOffering(Story.ID))
                .extracting(Obligation::kind, Obligation::state, Obligation::ground, Obligation::changedBy)
                .containsExactly(
                        tuple(Obligation.Kind.LISTING, State.SETTLED, null, "corporate-secretary"),
                        tuple(Obligation.Kind.PROSPECTUSES, State.SETTLED, null, "holder-services"),
                        tuple(Obligation.Kind.STATES, State.SETTLED, "Nobody has asked.", "counsel"));
        assertThat(story.caseFile())
                .extracting(CaseEntry::clause, CaseEntry::event)
                .contains(
                        tuple(Clause.S4_D, "Listing of the shares recorded"),
                        tuple(Clause.S4_D, "Obligation of the Company settled"),
                        tuple(Clause.S4_B, "Obligation of the Company settled"),
                        tuple(Clause.S4_A, "Prospectuses furnished"),
                        tuple(Clause.S4_E, "Transfer agent, registrar and CUSIP number recorded"));
    }

    @Test
    void whatIsNotDoneAtTheClosingStaysOpenBesideIt() {
        story.fileForTwo();
        story.appoint();
        story.effective();
        story.close();
        story.settleNoExpenses();

        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);
        assertOpen("Record listing", "Record states", "Record prospectuses");
        assertThat(rows.ofOffering(Story.ID)).extracting(Obligation::state).containsOnly(State.OPEN);
        list("[{'exchange': 'Nasdaq', 'outcome': 'NOT_PERMITTED', 'ground': 'Rule 4310'}]", true);
        assertOpen("Record states", "Record prospectuses");
    }

    @Test
    void whatIsReportedBeforeTheFilingIsFoundAfterIt() {
        story.start(Story.offering());
        story.runJobs();
        obligations.list(Story.ID, List.of(), true, "No exchange lists any of its shares.");
        obligations.qualify(Story.ID, List.of(), true, "Nobody has asked.");
        appointments.provide(Story.ID, "Example Transfer", "Example Transfer", "037833100", null);
        story.electTwo();
        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.sign("H-1", "H-4");
        story.furnish();
        story.file();

        assertOpen("Record prospectuses", "Record effectiveness");
        assertThat(rows.ofOffering(Story.ID))
                .extracting(Obligation::kind, Obligation::state)
                .contains(
                        tuple(Obligation.Kind.LISTING, State.SETTLED),
                        tuple(Obligation.Kind.STATES, State.SETTLED),
                        tuple(Obligation.Kind.PROSPECTUSES, State.OPEN));
    }

    @Test
    void nothingIsOwedWhereTheStatementCoversNoHoldersShares() {
        story.start(Story.offering());
        story.runJobs();
        for (HolderElection election : story.elections()) {
            story.deliver(election.key().holderId(), Story.byFax("2002-01-10T08:30:00-08:00"));
        }
        story.now("2002-01-23T09:00:00-08:00");
        story.runJobs();
        story.signByCompany();
        story.file();

        assertOpen("Record appointments");
        assertThat(rows.ofOffering(Story.ID)).isEmpty();
    }

    @Test
    void whatIsReportedFromOutsideEndsTheTask() {
        story.fileForTwo();
        appointments.provide(Story.ID, null, null, "037833100", null);
        story.tell(Messages.APPOINTMENTS_REPORTED);
        assertThat(story.task("Record effectiveness", Story.ID)).isNull();
        appointments.provide(Story.ID, "Example Transfer", "Example Registrar", null, TODAY);
        story.tell(Messages.APPOINTMENTS_REPORTED);
        facts.effective(Story.ID, Story.instant("2002-01-23T08:30:00-08:00"));
        story.tell(Messages.REGISTRATION_EFFECTIVE);
        obligations.list(Story.ID, List.of(), true, "There is no such exchange.");
        story.tell(Messages.LISTING_REPORTED);
        obligations.qualify(Story.ID, List.of(qualified("CA")), true, null);
        story.tell(Messages.STATES_REPORTED);
        obligations.furnish(Story.ID, List.of(copies("H-1", ProspectusDelivery.Kind.FINAL)), false, null);
        story.tell(Messages.PROSPECTUSES_REPORTED);
        assertOpen("Record prospectuses", "Record closing");

        obligations.furnish(Story.ID, List.of(copies("H-4", ProspectusDelivery.Kind.FINAL)), true, null);
        story.tell(Messages.PROSPECTUSES_REPORTED);

        assertOpen("Record closing");
        assertThat(story.row().registration().registrar()).isEqualTo("Example Registrar");
    }

    @Test
    void effectivenessThatWasReportedBeforeItIsWaitedForIsFound() {
        story.fileForTwo();
        appointments.provide(Story.ID, "Example Transfer", "Example Transfer", "037833100", TODAY);
        facts.effective(Story.ID, Story.instant("2002-01-23T08:30:00-08:00"));
        story.tell(Messages.APPOINTMENTS_REPORTED);

        assertThat(story.task("Record effectiveness", Story.ID)).isNull();
        assertThat(story.task("Record closing", Story.ID)).isNotNull();
    }

    @Test
    void oneThatWasProvidedAfterTheEffectiveDateIsWrittenDown() {
        story.fileForTwo();
        story.now("2002-01-25T09:00:00-08:00");
        appointments.provide(Story.ID, "Example Transfer", "Example Transfer", null, TODAY);
        appointments.provide(Story.ID, null, null, "037833100", null);
        facts.effective(Story.ID, Story.instant("2002-01-24T08:30:00-08:00"));

        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().equals("Provided after the effective date"))
                .singleElement()
                .satisfies(entry -> assertThat(String.valueOf(entry.result().get("late")))
                        .contains("CUSIP", "2002-01-25")
                        .doesNotContain("TRANSFER_AGENT"));
        refused(
                () -> appointments.provide(Story.ID, "Another", null, null, null),
                "offeringId: OFF-2002-1 is not waiting for its effectiveness: its phase is EFFECTIVE (Section 4(e))");
    }

    @Test
    void appointmentsThatCannotBeAreRefused() {
        story.fileForTwo();
        refused(
                () -> appointments.provide(Story.ID, " ", null, null, null),
                "transferAgent: is required, or registrar");
        refused(() -> appointments.provide(Story.ID, null, null, "037833109", null), "cusip: '037833109' has a wrong");
        refused(
                () -> appointments.provide(Story.ID, "Agent", null, null, TODAY.plusDays(1)),
                "providedOn: 2002-01-24 is in the future");
    }

    @Test
    void twoClientsThatCompleteTwoOfThemAtOnceBothSucceed() throws Exception {
        for (int round = 0; round < 5; round++) {
            story.begin();
            story.fileForTwo();
            List<Map.Entry<String, Map<String, Object>>> forms = List.of(
                    Map.entry("Record listing", Map.of("listingComplete", true, "listingGround", "There is none.")),
                    Map.entry("Record states", Map.of("statesComplete", true, "statesGround", "Nobody has asked.")),
                    Map.entry(
                            "Record prospectuses",
                            Map.of("prospectusesComplete", true, "prospectusesGround", "Both have declined.")));
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService clients = Executors.newFixedThreadPool(forms.size());
            List<Future<?>> done = new ArrayList<>();
            for (Map.Entry<String, Map<String, Object>> form : forms) {
                String task = story.task(form.getKey(), Story.ID).getId();
                done.add(clients.submit(() -> {
                    start.await();
                    tasks.complete(task, form.getValue());
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> client : done) {
                client.get();
            }
            clients.shutdown();
            story.runJobs();

            assertThat(beside()).isNull();
            assertThat(rows.ofOffering(Story.ID)).extracting(Obligation::state).containsOnly(State.SETTLED);
        }
    }

    @Test
    @Verifies(Clause.S8_A)
    void withdrawalEndsWhatIsStillOpen() {
        story.fileForTwo();
        list(null, true);
        ProcessInstance beside = beside();
        story.withdraw();

        assertThat(beside).isEnded().hasPassed("EndEvent_ObligationsMoot");
        assertThat(rows.ofOffering(Story.ID))
                .extracting(Obligation::kind, Obligation::state)
                .containsExactly(
                        tuple(Obligation.Kind.LISTING, State.SETTLED),
                        tuple(Obligation.Kind.PROSPECTUSES, State.MOOT),
                        tuple(Obligation.Kind.STATES, State.MOOT));
        refused(
                () -> obligations.list(Story.ID, List.of(), true, "none"),
                "offeringId: OFF-2002-1 was withdrawn before a sale (Section 8)");
        refused(
                () -> appointments.provide(Story.ID, "Agent", null, null, null),
                "offeringId: OFF-2002-1 is not waiting for its effectiveness: its phase is WITHDRAWN (Section 4(e))");
    }

    @Test
    @Verifies(Clause.S8_A)
    void whatWasSoldBeforeAWithdrawalIsOwedAsBefore() {
        story.fileForTwo();
        story.appoint();
        story.effective();
        story.closeForTheFirstTime();
        story.withdraw();

        assertThat(rows.ofOffering(Story.ID)).extracting(Obligation::state).containsOnly(State.OPEN);
        list("[{'exchange': 'Nasdaq', 'outcome': 'NOT_PERMITTED', 'ground': 'Rule 4310'}]", true);
        assertOpen("Record states", "Record prospectuses", "Enter expenses");
    }

    // what is no listing, no state, no prospectus

    @Test
    void aListingIsCompleteWhenNoneIsPendingOrThereIsAGroundForNone() {
        story.fileForTwo();
        refused(() -> obligations.list(Story.ID, List.of(), false, null), "listings: needs at least one line, or");
        refused(
                () -> obligations.list(Story.ID, List.of(), true, null),
                "listingGround: is required where no exchange lists similar securities (Section 4(d))");
        Listing pending = new Listing("Nasdaq", Listing.Outcome.APPLIED_FOR, null, null, null);
        refused(
                () -> obligations.list(Story.ID, List.of(pending), true, null),
                "listingComplete: the listing on Nasdaq is applied for only (Section 4(d))");
        Listing tomorrow = new Listing("Nasdaq", Listing.Outcome.APPROVED, TODAY.plusDays(1), "letter", null);
        refused(
                () -> obligations.list(Story.ID, List.of(pending, tomorrow), true, null),
                "listings[1].approvedOn: 2002-01-24 is in the future");
        Listing approved = new Listing("Nasdaq", Listing.Outcome.APPROVED, TODAY, "letter", null);
        refused(
                () -> obligations.list(Story.ID, List.of(approved), true, "none"),
                "listingGround: must be absent: exchanges are entered (Section 4(d))");
    }

    @Test
    void aStateIsNotGrantedToOneHolderAndRefusedToAll() {
        story.fileForTwo();
        ask("REQ-2002-1", "H-1", "CA OR TX");
        ask("REQ-2002-2", "H-4", "TX NV");
        answer(
                "REQ-2002-1",
                "[{'item': 'CA', 'outcome': 'GRANTED'}, {'item': 'OR', 'outcome': 'GRANTED'},"
                        + refusal("TX", "QUALIFICATION_TO_DO_BUSINESS") + "]");

        refused(
                () -> obligations.qualify(Story.ID, List.of(qualified("CA"), closed("OR")), false, null),
                "states[1].outcome: OR was granted to H-1 in REQ-2002-1 (Section 4(b))");
        obligations.qualify(Story.ID, List.of(closed("NV"), qualified("CA")), false, null);
        refused(
                () -> answer(
                        "REQ-2002-2", "[{'item': 'NV', 'outcome': 'GRANTED'}, {'item': 'TX', 'outcome': 'GRANTED'}]"),
                "answers[0].outcome: the offering's record refuses NV: Its law asks for it. (Section 4(b))");
        refused(
                () -> obligations.qualify(Story.ID, List.of(), true, null),
                "statesComplete: REQ-2002-2 is not answered (Section 4(b))");
        answer(
                "REQ-2002-2",
                "[" + refusal("NV", "GENERAL_SERVICE_OF_PROCESS") + ", {'item': 'TX', 'outcome': 'GRANTED'}]");

        ask("REQ-2002-3", "H-4", "CA OR");
        refused(
                () -> answer(
                        "REQ-2002-3",
                        "[" + refusal("CA", "BEYOND_REASONABLE_EFFORTS") + ", {'item': 'OR', 'outcome': 'GRANTED'}]"),
                "answers[0].outcome: in CA the shares are QUALIFIED since 2002-01-23 (Section 4(b))");
        refused(
                () -> answer(
                        "REQ-2002-3",
                        "[{'item': 'CA', 'outcome': 'GRANTED'}, " + refusal("OR", "BEYOND_REASONABLE_EFFORTS") + "]"),
                "answers[1].outcome: OR was granted to H-1 in REQ-2002-1 (Section 4(b))");
        // what concerns the Holder alone contradicts nothing
        answer(
                "REQ-2002-3",
                "[{'item': 'CA', 'outcome': 'GRANTED'}, " + refusal("OR", "NOT_REASONABLY_REQUESTED") + "]");

        refused(
                () -> obligations.qualify(Story.ID, List.of(qualified("OR")), true, null),
                "statesComplete: TX was granted to H-4 in REQ-2002-2: what became of it is not entered (Section 4(b))");
        obligations.qualify(Story.ID, List.of(exempt("TX"), qualified("OR")), true, null);
        story.tell(Messages.STATES_REPORTED);

        assertThat(story.task("Record states", Story.ID)).isNull();
        assertThat(states.latest(Story.ID).values())
                .extracting(StateQualification::state, StateQualification::outcome)
                .containsExactlyInAnyOrder(
                        tuple("NV", StateQualification.Outcome.REFUSED),
                        tuple("CA", StateQualification.Outcome.QUALIFIED),
                        tuple("TX", StateQualification.Outcome.EXEMPT),
                        tuple("OR", StateQualification.Outcome.QUALIFIED));
        // the refusal of Texas to H-1 is overtaken, which its case file says
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.event().startsWith("Refusal of a state overtaken"))
                .extracting(CaseEntry::holderId)
                .containsExactly("H-1");
    }

    @Test
    void statesAreCompleteWhenNoneIsPendingOrThereIsAGroundForNone() {
        story.fileForTwo();
        refused(
                () -> obligations.qualify(Story.ID, List.of(), true, null),
                "statesGround: is required where no state is entered (Section 4(b))");
        StateQualification pending =
                new StateQualification("CA", StateQualification.Outcome.APPLIED_FOR, null, null, null, null);
        refused(
                () -> obligations.qualify(Story.ID, List.of(pending), true, null),
                "statesComplete: qualification in CA is applied for only (Section 4(b))");
        refused(
                () -> obligations.qualify(Story.ID, List.of(qualified("CA")), true, "none"),
                "statesGround: must be absent: states are entered (Section 4(b))");
        assertThat(states.latest(Story.ID)).isEmpty();
    }

    @Test
    void prospectusesGoToSellingHoldersWhenThereAreSome() {
        story.start(Story.offering());
        story.runJobs();
        refused(
                () -> obligations.furnish(
                        Story.ID, List.of(copies(null, ProspectusDelivery.Kind.PRELIMINARY)), false, null),
                "prospectuses[0].kind: there is no PRELIMINARY prospectus before the filing (Section 4(a))");
        story.begin();
        story.fileForTwo();
        refused(
                () -> obligations.furnish(Story.ID, List.of(copies("H-1", ProspectusDelivery.Kind.FINAL)), false, null),
                "prospectuses[0].kind: there is no FINAL prospectus before the effectiveness (Section 4(a))");
        refused(
                () -> obligations.furnish(
                        Story.ID, List.of(copies("H-2", ProspectusDelivery.Kind.PRELIMINARY)), false, null),
                "prospectuses[0].holderId: H-2 sells nothing in OFF-2002-1");
        obligations.furnish(Story.ID, List.of(copies(null, ProspectusDelivery.Kind.PRELIMINARY)), false, null);
        assertThat(prospectuses.ofOffering(Story.ID)).hasSize(2);
        refused(
                () -> obligations.furnish(Story.ID, List.of(), true, null),
                "prospectusesGround: is required while no final prospectus was furnished to H-1 and 1 others (Section 4(a))");
        obligations.furnish(Story.ID, List.of(), true, "Both sell through the underwriter.");
        story.tell(Messages.PROSPECTUSES_REPORTED);
        assertThat(story.task("Record prospectuses", Story.ID)).isNull();
    }

    private void list(String listings, boolean complete) {
        story.complete(
                "Record listing",
                "corporate-secretary",
                listings == null
                        ? Map.of("listingComplete", complete, "listingGround", "There is no such exchange.")
                        : Map.of("listings", json(listings), "listingComplete", complete));
    }

    private void ask(String requestId, String holder, String states) {
        requests.start(
                requestId, Map.of("offeringId", Story.ID, "holderId", holder, "kind", "BLUE_SKY", "states", states));
    }

    private void answer(String requestId, String answers) {
        story.complete("Answer request", requestId, "counsel", Map.of("answers", json(answers)));
    }

    private static String refusal(String state, String ground) {
        return "{'item': '%s', 'outcome': 'REFUSED', 'ground': '%s', 'reason': 'Its law asks for it.'}"
                .formatted(state, ground);
    }

    private static StateQualification qualified(String state) {
        return new StateQualification(state, StateQualification.Outcome.QUALIFIED, TODAY, "order 7", null, null);
    }

    private static StateQualification exempt(String state) {
        return new StateQualification(state, StateQualification.Outcome.EXEMPT, TODAY, "memorandum", null, null);
    }

    private static StateQualification closed(String state) {
        return new StateQualification(
                state,
                StateQualification.Outcome.REFUSED,
                null,
                null,
                PermittedRefusal.QUALIFICATION_TO_DO_BUSINESS,
                "Its law asks for it.");
    }

    private static ProspectusDelivery copies(String holder, ProspectusDelivery.Kind kind) {
        return new ProspectusDelivery(holder, kind, null, TODAY, BigInteger.TEN, "by courier", "waybill");
    }

    private ProcessInstance beside() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("company-obligations")
                .singleResult();
    }

    private void assertOpen(String... names) {
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(Story.ID).list())
                .extracting("name")
                .containsExactlyInAnyOrder((Object[]) names);
    }

    private static void refused(Runnable action, String sentence) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(action::run).withMessageStartingWith(sentence);
    }
}
