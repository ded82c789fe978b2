package org.registrationrights.process.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.suspension.ManyHolders.HOLDERS;
import static org.registrationrights.process.suspension.ManyHolders.ids;
import static org.registrationrights.process.suspension.Stops.FIRST;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.Delivery;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.registrationrights.process.suspension.HolderSuspensions.PaperDelivery;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.registrationrights.suspension.SuspensionState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** More Holders than one transaction takes, and two who report at once. */
@ProcessTest
@Import({Stops.class, ManyHolders.class})
@Verifies({Clause.S4_C, Clause.S2_6_B})
class ManyStopsTest {

    @Autowired
    private Story story;

    @Autowired
    private Stops stops;

    @Autowired
    private ManyHolders many;

    @Autowired
    private HolderSuspensions holders;

    @Autowired
    private SuspensionStart start;

    @Autowired
    private SuspensionStates states;

    @Autowired
    private ProofOfServiceRepository proofs;

    @Autowired
    private RuntimeService runtime;

    private ProcessInstance event;

    @BeforeEach
    void begin() {
        many.begin();
        event = stops.openEvent(FIRST);
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void eachIsToldStopsAndIsReleasedByItsOwnReceipt() {
        assertThat(suspensions()).isEqualTo(HOLDERS);
        report(StopPaper.NOTICE, ids(), byHand("2002-01-24T08:30:00-08:00"));
        assertThat(states())
                .hasSize(HOLDERS)
                .extracting(SuspensionState::mayDispose)
                .containsOnly(false);

        stops.supplement(FIRST);
        assertThat(proofs.allOf(FIRST + ":")).hasSize(2 * HOLDERS);
        report(StopPaper.CORRECTED_PROSPECTUS, ids(), byHand("2002-01-24T08:50:00-08:00"));

        assertThat(states()).extracting(SuspensionState::mayDispose).containsOnly(true);
        assertThat(event).isEnded();
        assertThat(suspensions()).isZero();
    }

    /** The last two Holders' copies, at the same moment: each is released once, and the event is woken. */
    @Test
    void twoThatReportAtOnceLoseNothing() throws Exception {
        report(StopPaper.NOTICE, ids(), byHand("2002-01-24T08:30:00-08:00"));
        stops.supplement(FIRST);
        report(StopPaper.CORRECTED_PROSPECTUS, ids().subList(0, HOLDERS - 2), byHand("2002-01-24T08:50:00-08:00"));

        atOnce(
                () -> tell(ids().get(HOLDERS - 2), "2002-01-24T08:51:00-08:00"),
                () -> tell(ids().get(HOLDERS - 1), "2002-01-24T08:52:00-08:00"));
        story.runJobs();

        assertThat(states()).extracting(SuspensionState::mayDispose).containsOnly(true);
        assertThat(event).isEnded();
    }

    /** Evidence of the same Holder's notice and of its copies, at the same moment. */
    @Test
    void bothPapersOfOneHolderAtOnceAreBothKept() throws Exception {
        stops.supplement(FIRST);

        atOnce(
                () -> {
                    deliver(StopPaper.NOTICE, List.of("H-1"), byHand("2002-01-24T08:30:00-08:00"));
                    return null;
                },
                () -> tell("H-1", "2002-01-24T08:51:00-08:00"));
        story.runJobs();

        assertThat(stops.mayDispose("H-1", "2002-01-24T08:50:00-08:00")).isFalse();
        assertThat(stops.mayDispose("H-1", "2002-01-24T08:51:00-08:00")).isTrue();
        assertThat(suspensions()).isEqualTo(HOLDERS - 1);
    }

    private static void atOnce(Callable<Void> one, Callable<Void> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> told : threads.invokeAll(List.of(one, other))) {
                told.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private Void tell(String holder, String receivedAt) {
        deliver(StopPaper.CORRECTED_PROSPECTUS, List.of(holder), byHand(receivedAt));
        return null;
    }

    private void report(StopPaper paper, List<String> holderIds, Delivery delivery) {
        deliver(paper, holderIds, delivery);
        story.runJobs();
    }

    private void deliver(StopPaper paper, List<String> holderIds, Delivery delivery) {
        holders.recordDeliveries(
                FIRST,
                paper,
                holderIds.stream().map(id -> new PaperDelivery(id, delivery)).toList());
        start.tellDelivery(FIRST, paper, holderIds);
    }

    private Iterable<SuspensionState> states() {
        return states.at(Story.ID, Story.instant("2002-01-24T09:00:00-08:00")).values();
    }

    private long suspensions() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("holder-suspension")
                .count();
    }
}
