package org.registrationrights.process.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.json;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.offering.HolderRequest;
import org.registrationrights.offering.HolderRequest.State;
import org.registrationrights.offering.HolderRequestRepository;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.PermittedRefusal;
import org.registrationrights.process.Messages;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.springframework.beans.factory.annotation.Autowired;

/** What selling Holders ask for, beside an offering in which H-1 and H-4 sell. */
@ProcessTest
@Verifies({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
class HolderRequestProcessTest {

    private static final String ID = "REQ-2002-1";

    @Autowired
    private Story story;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HolderRequestRepository requests;

    @Autowired
    private RequestProcess process;

    private ProcessInstance offering;

    @BeforeEach
    void begin() {
        story.begin();
        offering = story.start(Story.offering());
        story.runJobs();
        story.electTwo();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void whatIsGrantedIsFurnishedInAsManyStepsAsItTakes() {
        ProcessInstance request = ask("INSPECTION", Map.of("askedFor", "minutes", "confidentialityAgreement", "NDA 1"));

        answer("[{'outcome': 'GRANTED'}]");
        assertThat(row().state()).isEqualTo(State.GRANTED);
        assertThat(row().answeredBy()).isEqualTo("counsel");
        fulfil("[{'what': 'minutes of 2001', 'furnishedOn': '2002-01-23', 'how': 'seen by its counsel'}]", false);
        assertThat(row().state()).isEqualTo(State.GRANTED);
        fulfil("[{'what': 'minutes of 2000', 'furnishedOn': '2002-01-23', 'how': 'copied'}]", true);

        assertThat(request).isEnded().hasPassed("EndEvent_RequestFulfilled");
        assertThat(row().state()).isEqualTo(State.FULFILLED);
        assertThat(row().fulfilments())
                .extracting("what", "how", "recordedBy")
                .containsExactly(
                        tuple("minutes of 2001", "seen by its counsel", "holder-services"),
                        tuple("minutes of 2000", "copied", "holder-services"));
        assertThat(story.caseFile())
                .filteredOn(entry -> entry.clause() == Clause.S4_G)
                .extracting(CaseEntry::event)
                .containsExactly(
                        "Request of the Holder recorded",
                        "Request of the Holder granted",
                        "Part of a request fulfilled",
                        "Request of the Holder fulfilled");
    }

    @Test
    void whatIsRefusedAltogetherIsOver() {
        ProcessInstance request = ask("FILINGS", Map.of("askedFor", "Exhibit 10.4"));

        answer("[{'outcome': 'REFUSED', 'ground': 'CONFIDENTIAL_TREATMENT', 'reason': 'Asked for on 9 January.'}]");

        assertThat(request).isEnded().hasPassed("EndEvent_RequestRefused");
        assertThat(row().state()).isEqualTo(State.REFUSED);
        assertThat(row().decisions())
                .extracting("ground", "reason")
                .containsExactly(tuple(PermittedRefusal.CONFIDENTIAL_TREATMENT, "Asked for on 9 January."));
    }

    @Test
    void statesAreAnsweredOneByOneAndEachThatIsGrantedHasItsEvidence() {
        ProcessInstance request = ask("BLUE_SKY", Map.of("states", "CA, OR TX"));
        assertThat(row().states()).containsExactly("CA", "OR", "TX");

        answerIsRefused("[{'item': 'CA', 'outcome': 'GRANTED'}]", "answers: OR is not answered");
        answer("""
                [{'item': 'CA', 'outcome': 'GRANTED'}, {'item': 'OR', 'outcome': 'GRANTED'},
                 {'item': 'TX', 'outcome': 'REFUSED', 'ground': 'QUALIFICATION_TO_DO_BUSINESS', 'reason': 'Its law asks for it.'}]
                """);
        String california =
                "[{'state': 'CA', 'what': 'qualified, order 7', 'furnishedOn': '2002-01-23', 'how': 'order'}]";
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> fulfil(california, true))
                .withMessage("requestFulfilled: needs evidence of what was done in OR");
        fulfil(california, false);
        fulfil("[{'state': 'OR', 'what': 'applied', 'furnishedOn': '2002-01-23', 'how': 'by mail'}]", true);

        assertThat(request).isEnded();
        assertThat(row().fulfilments()).extracting("state").containsExactly("CA", "OR");
    }

    @Test
    void evidenceThatIsThereAlreadyNeedsNoMore() {
        ProcessInstance request = ask("DOCUMENTS", Map.of("askedFor", "50 prospectuses"));
        answer("[{'outcome': 'GRANTED'}]");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Record fulfilment", ID, "counsel", Map.of()))
                .withMessage("fulfilments: is required, or requestFulfilled must be true");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Record fulfilment", ID, "counsel", Map.of("requestFulfilled", true)))
                .withMessage("requestFulfilled: needs evidence of what was furnished");
        fulfil("[{'what': '50 copies', 'furnishedOn': '2002-01-23', 'how': 'by courier'}]", false);
        story.complete("Record fulfilment", ID, "counsel", Map.of("requestFulfilled", true));

        assertThat(request).isEnded().hasPassed("EndEvent_RequestFulfilled");
    }

    @Test
    void anInspectionWaitsForItsConfidentialityAgreement() {
        ask("INSPECTION", Map.of("askedFor", "minutes"));

        answerIsRefused(
                "[{'outcome': 'GRANTED'}]",
                "answers[0].outcome: cannot be granted before a confidentiality agreement is received");
        story.complete(
                "Answer request",
                ID,
                "counsel",
                Map.of("answers", json("[{'outcome': 'GRANTED'}]"), "confidentialityAgreement", "NDA 2"));

        assertThat(row().confidentialityAgreement()).isEqualTo("NDA 2");
        assertThat(row().state()).isEqualTo(State.GRANTED);
    }

    @Test
    void anInspectionWithoutAnAcceptableAgreementIsRefused() {
        ask("INSPECTION", Map.of("askedFor", "minutes", "confidentialityAgreement", "a note"));

        answer("[{'outcome': 'REFUSED', 'ground': 'NO_CONFIDENTIALITY_AGREEMENT', 'reason': 'It binds nobody.'}]");

        assertThat(row().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void oneWhoSellsNoMoreMayBeToldSo() {
        ask("FILINGS", Map.of("askedFor", "all"));
        String answer = "[{'outcome': 'REFUSED', 'ground': 'NO_LONGER_SELLING', 'reason': 'Cut back to nothing.'}]";
        answerIsRefused(answer, "answers[0].ground: H-1 still sells in OFF-2002-1");

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
        answerIsRefused(answer, "answers[0].ground: H-1 still sells in OFF-2002-1");
        story.approve();
        answer(answer);

        assertThat(row().state()).isEqualTo(State.REFUSED);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start("REQ-2002-2", data("FILINGS", Map.of("askedFor", "all"))))
                .withMessageStartingWith("holderId: H-1 is no selling Holder");
    }

    @Test
    void whatATaskBringsAlongDecidesNothing() {
        Map<String, Object> data = data("FILINGS", Map.of("askedFor", "all"));
        data.put("answers", json("[{'outcome': 'GRANTED'}]"));
        data.put("requestFulfilled", true);
        start(ID, data);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.complete("Answer request", ID, "counsel", Map.of()))
                .withMessage("answers: is required");
        story.complete(
                "Answer request",
                ID,
                "counsel",
                Map.of("answers", json("[{'outcome': 'GRANTED'}]"), "requestFulfilled", true));
        assertThat(task("Record fulfilment")).isNotNull();
        fulfil("[{'what': 'all', 'furnishedOn': '2002-01-23', 'how': 'by mail'}]", null);
        assertThat(row().state()).isEqualTo(State.GRANTED);
    }

    @Test
    void theDueDateIsAReminderAndNothingMore() {
        ask("FILINGS", Map.of("askedFor", "all", "receivedOn", "2002-01-14"));
        // ten days after Monday the 14th, to the last second in Los Angeles
        assertThat(task("Answer request").getDueDate())
                .isEqualTo(Date.from(Story.instant("2002-01-24T23:59:59-08:00")));

        story.now("2002-02-24T09:00:00-08:00");
        story.runJobs();

        assertThat(task("Answer request")).isNotNull();
        assertThat(row().state()).isEqualTo(State.OPEN);
    }

    @Test
    void theOneWhoAnswersSeesTheRequestAndItsGrounds() {
        ask("BLUE_SKY", Map.of("states", "CA"));

        Map<String, Object> shown = tasks.getVariables(task("Answer request").getId());

        assertThat(shown)
                .containsEntry("holderName", "Leonora Vance")
                .containsEntry("askedFor", "CA")
                .containsEntry("section", "Section 4(b)")
                .containsEntry("holderSells", true)
                .doesNotContainKey("states");
        assertThat(shown.get("grounds").toString())
                .contains("GENERAL_SERVICE_OF_PROCESS")
                .doesNotContain("CONFIDENTIAL_TREATMENT");
    }

    // beside the line

    @Test
    void anOpenRequestHoldsNoOffering() {
        ask("DOCUMENTS", Map.of("askedFor", "50 prospectuses"));
        start("REQ-2002-2", data("INSPECTION", Map.of("askedFor", "minutes", "confidentialityAgreement", "NDA 1")));

        story.noLimitation();
        story.approve();
        story.signByCompany();
        story.complete("Record signatures of Holders", "holder-services", Map.of("signatures", json("""
                [{'holderId': 'H-1', 'signedOn': '2002-01-23', 'evidence': 'page'},
                 {'holderId': 'H-4', 'signedOn': '2002-01-23', 'evidence': 'page'}]
                """)));
        story.furnish();
        story.file();
        story.appoint();
        story.effective();
        story.close();
        story.settleNoExpenses();

        assertThat(offering).isEnded().hasPassed("EndEvent_OfferingClosed");
        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);
        assertThat(requests.ofOffering(Story.ID))
                .extracting(HolderRequest::state)
                .containsExactly(State.OPEN, State.OPEN);
        answer("[{'outcome': 'REFUSED', 'ground': 'NOT_REASONABLY_REQUESTED', 'reason': 'The sale is over.'}]");
        assertThat(row().state()).isEqualTo(State.REFUSED);
    }

    // withdrawal

    @Test
    @Verifies(Clause.S8_A)
    void withdrawalEndsWhatServesTheSaleAndLeavesWhatCanStillBeShown() {
        ProcessInstance documents = ask("DOCUMENTS", Map.of("askedFor", "50 prospectuses"));
        ProcessInstance states = start("REQ-2002-2", data("BLUE_SKY", Map.of("states", "CA")));
        story.complete(
                "Answer request",
                "REQ-2002-2",
                "counsel",
                Map.of("answers", json("[{'item': 'CA', 'outcome': 'GRANTED'}]")));
        ProcessInstance inspection = start(
                "REQ-2002-3", data("INSPECTION", Map.of("askedFor", "minutes", "confidentialityAgreement", "NDA 1")));
        ProcessInstance filings = start("REQ-2002-4", data("FILINGS", Map.of("askedFor", "all")));

        runtime.startProcessInstanceByKey(
                "registration-withdrawal", Map.of("offeringId", Story.ID, "withdrawnAt", "2002-01-23T08:59:00-08:00"));
        story.runJobs();

        assertThat(offering).isEnded().hasPassed("EndEvent_OfferingWithdrawn");
        assertThat(documents).isEnded().hasPassed("EndEvent_RequestMoot");
        assertThat(states).isEnded().hasPassed("EndEvent_RequestMoot");
        assertThat(inspection).isNotEnded();
        assertThat(filings).isNotEnded();
        assertThat(requests.ofOffering(Story.ID))
                .extracting(HolderRequest::state)
                .containsExactly(State.MOOT, State.MOOT, State.OPEN, State.OPEN);

        // nobody sells any more, which is for counsel to hold against the Holder or not
        story.complete("Answer request", "REQ-2002-4", "counsel", Map.of("answers", json("""
                [{'outcome': 'REFUSED', 'ground': 'NO_LONGER_SELLING', 'reason': 'Nothing was registered.'}]
                """)));
        assertThat(filings).isEnded();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start("REQ-2002-5", data("FILINGS", Map.of("askedFor", "all"))))
                .withMessageStartingWith("offeringId: OFF-2002-1 was withdrawn before a registration");
    }

    @Test
    @Verifies(Clause.S8_A)
    void aWithdrawalToldTwiceEndsARequestOnce() {
        ProcessInstance documents = ask("DOCUMENTS", Map.of("askedFor", "50 prospectuses"));
        story.withdraw();

        process.tellWithdrawal(Story.ID);
        process.tellWithdrawal(Story.ID);
        story.runJobs();

        assertThat(documents).isEnded();
        assertThat(mootEntries()).hasSize(1);
    }

    @Test
    @Verifies(Clause.S8_A)
    void aRequestWhoseInstanceWasDeletedIsMootToo() {
        ProcessInstance documents = ask("DOCUMENTS", Map.of("askedFor", "50 prospectuses"));
        runtime.deleteProcessInstance(documents.getId(), "by an operator");
        story.withdraw();

        process.tellWithdrawal(Story.ID);

        assertThat(row().state()).isEqualTo(State.MOOT);
        assertThat(mootEntries()).hasSize(1);
    }

    @Test
    void aRequestIsNotReachedByItsOfferingsMessages() {
        ask("DOCUMENTS", Map.of("askedFor", "50 prospectuses"));

        story.tell(Messages.REGISTRATION_WITHDRAWN);

        assertThat(task("Answer request")).isNotNull();
    }

    // start data

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "offeringId, null,        offeringId: is required",
                "offeringId, OFF-2002-99, offeringId: there is no offering OFF-2002-99",
                "holderId,   null,        holderId: is required",
                "holderId,   H-99,        holderId: H-99 is not in the register",
                "holderId,   H-8,         holderId: H-8 has no election in offering OFF-2002-1",
                "holderId,   H-2,         holderId: H-2 is no selling Holder in OFF-2002-1",
                "kind,       null,        kind: is required",
                "kind,       LUNCH,       kind: 'LUNCH' is not one of",
                "askedFor,   null,        askedFor: is required",
                "states,     CA,          states: belong to BLUE_SKY only",
                "receivedOn, tomorrow,    receivedOn: 'tomorrow' is not a date",
                "receivedOn, 2002-01-24,  receivedOn: 2002-01-24 is in the future",
                "receivedOn, 2002-01-09,  'receivedOn: 2002-01-09 is before the determination, 2002-01-10'"
            })
    void startDataIsRefusedAndNothingStored(String variable, String value, String sentence) {
        Map<String, Object> data = data("FILINGS", Map.of("askedFor", "all"));
        data.put(variable, value);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(null, data))
                .withMessageStartingWith(sentence);

        assertThat(requests.ofOffering(Story.ID)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("holder-request")
                        .count())
                .isZero();
    }

    @Test
    void anIdIsAssignedOrGivenAndChecked() {
        Map<String, Object> data = data("FILINGS", Map.of("askedFor", "all"));

        assertThat(start(null, data).getBusinessKey()).matches("REQ-2002-\\d+");
        start("REQ-2002-77777", data);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start("REQ-2002-77777", data))
                .withMessage("businessKey: REQ-2002-77777 is already the id of another request");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start("Letter 5", data))
                .withMessage("businessKey: 'Letter 5' is not of the form REQ-2027-1");
    }

    @Test
    void anOfferingWithoutNoticeOwesNothing() {
        Map<String, Object> plan = Story.offering();
        plan.put("offeringKind", "COMPENSATORY_PLAN");
        runtime.startProcessInstanceByKey("piggyback-registration", "OFF-2002-2", plan);
        Map<String, Object> data = data("FILINGS", Map.of("askedFor", "all"));
        data.put("offeringId", "OFF-2002-2");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start(null, data))
                .withMessageStartingWith(
                        "offeringId: OFF-2002-2 obliges the Company to register no Registrable Shares");
    }

    private ProcessInstance ask(String kind, Map<String, Object> more) {
        return start(ID, data(kind, more));
    }

    private ProcessInstance start(String id, Map<String, Object> data) {
        return runtime.startProcessInstanceByKey("holder-request", id, data);
    }

    private static Map<String, Object> data(String kind, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("offeringId", Story.ID);
        data.put("holderId", "H-1");
        data.put("kind", kind);
        return data;
    }

    private void answer(String answers) {
        story.complete("Answer request", ID, "counsel", Map.of("answers", json(answers)));
    }

    private void answerIsRefused(String answers, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> answer(answers))
                .withMessageStartingWith(sentence);
        assertThat(task("Answer request")).isNotNull();
        assertThat(row().decisions()).isEmpty();
    }

    /** @param complete null where the form leaves it out */
    private void fulfil(String fulfilments, Boolean complete) {
        Map<String, Object> form = new HashMap<>(Map.of("fulfilments", json(fulfilments)));
        if (complete != null) {
            form.put("requestFulfilled", complete);
        }
        story.complete("Record fulfilment", ID, "holder-services", form);
    }

    private Task task(String name) {
        return story.task(name, ID);
    }

    private HolderRequest row() {
        return requests.get(ID);
    }

    private List<CaseEntry> mootEntries() {
        return story.caseFile().stream()
                .filter(entry -> entry.event().startsWith("Request of the Holder moot"))
                .toList();
    }
}
