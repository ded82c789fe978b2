package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.byFax;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.SignatureRepository.Signature;
import org.registrationrights.process.Messages;
import org.springframework.beans.factory.annotation.Autowired;

/** The Company may withdraw at any time: every wait state of an offering is left by it. */
@ProcessTest
@Verifies(Clause.S8_A)
class WithdrawalTest {

    /** What leads from each wait state to the next. */
    private static final List<Step> LINE = List.of(
            new Step("notices drawn up", Story::runJobs),
            new Step("one window open", story -> story.deliver("H-1", byFax("2002-01-10T08:20:00-08:00"))),
            new Step("limitation to be decided on", Story::electTwo),
            new Step("allocation to be approved", Story::noLimitation),
            new Step("signature of the Company due", Story::approve),
            new Step("signatures of Holders due", Story::signByCompany),
            new Step(
                    "missing signatures to be decided on", story -> letTheTimePass(story, "2002-01-31T00:00:00-08:00")),
            new Step("information of Holders due", WithdrawalTest::signByHolders),
            new Step(
                    "missing information to be decided on",
                    story -> letTheTimePass(story, "2002-02-08T00:00:00-08:00")),
            new Step("to be filed", Story::furnish),
            new Step("appointments due", Story::file),
            new Step("waiting for effectiveness", Story::appoint),
            new Step("effective", Story::effective),
            new Step("expenses to be entered", Story::close),
            new Step(
                    "expenses to be approved",
                    story -> story.complete("Enter expenses", "finance", Map.of("noExpenses", true))));

    private record Step(String state, Consumer<Story> way) {
        @Override
        public String toString() {
            return state;
        }
    }

    @Autowired
    private Story story;

    @Autowired
    private Signatures signatures;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RegistrationDecisions decisions;

    private static Signatures allSignatures;

    @BeforeEach
    void begin() {
        allSignatures = signatures;
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    static Stream<Integer> states() {
        return IntStream.range(0, LINE.size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("states")
    void endsTheOfferingAndAllThatRunsInIt(int last) {
        ProcessInstance offering = story.start(Story.offering());
        LINE.subList(0, last + 1).forEach(step -> step.way.accept(story));

        story.withdraw();

        assertThat(offering).as(LINE.get(last).state).isEnded().hasPassed("EndEvent_OfferingWithdrawn");
        assertWhatIsLeft();
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);
        assertThat(story.elections()).extracting(HolderElection::state).isSubsetOf(State.VOID, State.CLOSED);
    }

    @Test
    void beforeAnElectionIsStartedNoneIs() {
        story.start(Story.offering());

        story.withdraw();

        assertThat(story.elections()).extracting(HolderElection::state).containsOnly(State.VOID);
        assertThat(story.elections())
                .extracting(HolderElection::processInstanceId)
                .containsOnlyNulls();
    }

    @Test
    void isDecidedInTasklistToo() {
        ProcessInstance offering = story.start(Story.offering());
        story.runJobs();

        runtime.startProcessInstanceByKey(
                "registration-withdrawal", Map.of("offeringId", Story.ID, "withdrawnAt", "2002-01-10T08:59:00-08:00"));
        story.runJobs();

        assertThat(offering).isEnded().hasPassed("EndEvent_OfferingWithdrawn");
        assertWhatIsLeft();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> runtime.startProcessInstanceByKey(
                        "registration-withdrawal",
                        Map.of("offeringId", "OFF-2002-9", "withdrawnAt", "2002-01-10T08:59:00-08:00")))
                .withMessageStartingWith("offeringId: there is no offering OFF-2002-9");
    }

    @Test
    void barsEverythingElseFromTheMomentItIsStored() {
        story.start(Story.offering());
        LINE.stream().limit(12).forEach(step -> step.way.accept(story));

        decisions.withdrawn(Story.ID, Story.instant("2002-01-23T08:45:00-08:00"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.effective())
                .withMessageContaining("is not filed and waiting");
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void happensOnce() {
        story.start(Story.offering());
        story.withdraw();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(story::withdraw)
                .withMessageContaining("its phase is WITHDRAWN");
    }

    /** Holders are told, and the costs are settled, which are the Company's although nothing is registered (5). */
    private void assertWhatIsLeft() {
        assertThat(story.running())
                .contains("expense-settlement")
                .isSubsetOf("expense-settlement", "holder-notification");
    }

    private static void signByHolders(Story story) {
        allSignatures.record(
                Story.ID,
                Stream.of("H-1", "H-4")
                        .map(holder -> new Signature(holder, LocalDate.parse("2002-01-23"), "signature page"))
                        .toList());
        story.tell(Messages.SIGNATURES_RECEIVED);
    }

    private static void letTheTimePass(Story story, String until) {
        story.now(until);
        story.runJobs();
    }
}
