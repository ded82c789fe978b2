package org.registrationrights.process.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.piggyback.Story.instant;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.registrationrights.notice.Delivery;
import org.registrationrights.process.Messages;
import org.registrationrights.process.Waiting;
import org.registrationrights.process.piggyback.Story;
import org.registrationrights.process.suspension.HolderSuspensions.PaperDelivery;
import org.registrationrights.process.suspension.HolderSuspensions.StopPaper;
import org.registrationrights.suspension.Correction;
import org.registrationrights.suspension.HolderSuspension;
import org.registrationrights.suspension.HolderSuspension.Key;
import org.registrationrights.suspension.HolderSuspensionRepository;
import org.registrationrights.suspension.SuspensionEvent;
import org.registrationrights.suspension.SuspensionRepository;
import org.registrationrights.suspension.SuspensionState;
import org.springframework.boot.test.context.TestComponent;

/** What happens to a misleading prospectus in a story, step by step. */
@TestComponent
public class Stops {

    public static final String FIRST = "EVT-2002-1";
    public static final String SECOND = "EVT-2002-2";

    private final Story story;
    private final Suspensions suspensions;
    private final HolderSuspensions holders;
    private final SuspensionStates states;
    private final SuspensionStart start;
    private final SuspensionRepository events;
    private final HolderSuspensionRepository holderRows;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Waiting waiting;

    Stops(
            Story story,
            Suspensions suspensions,
            HolderSuspensions holders,
            SuspensionStates states,
            SuspensionStart start,
            SuspensionRepository events,
            HolderSuspensionRepository holderRows,
            RuntimeService runtime,
            ManagementService management,
            Waiting waiting) {
        this.story = story;
        this.suspensions = suspensions;
        this.holders = holders;
        this.states = states;
        this.start = start;
        this.events = events;
        this.holderRows = holderRows;
        this.runtime = runtime;
        this.management = management;
        this.waiting = waiting;
    }

    static Map<String, Object> discovery() {
        return new HashMap<>(Map.of("offeringId", Story.ID, "description", "The backlog was overstated."));
    }

    static Map<String, Object> judgment() {
        return new HashMap<>(Map.of(
                "prospectusRequired",
                true,
                "defect",
                "UNTRUE_STATEMENT",
                "material",
                true,
                "reasons",
                "A third of the orders was cancelled."));
    }

    /** By the message, as other programs start it. */
    ProcessInstance discover(String eventId) {
        ProcessInstance instance =
                runtime.startProcessInstanceByMessage(Messages.MISSTATEMENT_DISCOVERED, eventId, discovery());
        story.runJobs();
        return instance;
    }

    ProcessInstance openEvent(String eventId) {
        ProcessInstance instance = discover(eventId);
        assess(eventId, judgment());
        return instance;
    }

    void assess(String eventId, Map<String, Object> judgment) {
        story.complete("Assess misstatement", eventId, "counsel", judgment);
    }

    void notice(String eventId, String holder, Delivery delivery) {
        deliver(eventId, StopPaper.NOTICE, holder, delivery);
    }

    void copies(String eventId, String holder, Delivery delivery) {
        deliver(eventId, StopPaper.CORRECTED_PROSPECTUS, holder, delivery);
    }

    private void deliver(String eventId, StopPaper paper, String holder, Delivery delivery) {
        holders.recordDeliveries(eventId, paper, List.of(new PaperDelivery(holder, delivery)));
        start.tellDelivery(eventId, paper, List.of(holder));
        story.runJobs();
    }

    void supplement(String eventId, String... also) {
        suspensions.correct(
                new Correction(
                        eventId,
                        Correction.Kind.SUPPLEMENT,
                        "Supplement for " + eventId,
                        LocalDate.parse("2002-01-24"),
                        null,
                        null),
                List.of(also));
        start.tellCorrected(eventId, Messages.PROSPECTUS_CORRECTED);
        story.runJobs();
    }

    void effective(String eventId, String at) {
        suspensions.effective(eventId, instant(at));
        start.tellCorrected(eventId, Messages.AMENDMENT_EFFECTIVE);
        story.runJobs();
    }

    SuspensionEvent event(String eventId) {
        return events.get(eventId);
    }

    HolderSuspension holder(String eventId, String holder) {
        return holderRows.find(new Key(eventId, holder)).orElseThrow();
    }

    String key(String eventId, String holder) {
        return new Key(eventId, holder).businessKey();
    }

    /** Whether the Holder may sell under the statement at the instant, by all that is known. */
    boolean mayDispose(String holder, String at) {
        return state(holder, at).mayDispose();
    }

    SuspensionState state(String holder, String at) {
        return states.at(Story.ID, instant(at)).get(holder);
    }

    /** The timer of a Holder's instance at that boundary. */
    Job timer(String eventId, String holder, String boundary) {
        return management
                .createJobQuery()
                .processInstanceId(holder(eventId, holder).processInstanceId())
                .activityId(boundary)
                .timers()
                .singleResult();
    }

    void timerIsDue(String eventId, String holder, String boundary, String at) {
        assertThat(timer(eventId, holder, boundary).getDuedate().toInstant()).isEqualTo(instant(at));
        story.now(at);
        story.runJobs();
    }
}
