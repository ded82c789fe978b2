package org.registrationrights.process.standoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.registrationrights.process.suspension.ManyHolders.HOLDERS;
import static org.registrationrights.process.suspension.ManyHolders.ids;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.ProofOfServiceRepository;
import org.registrationrights.process.piggyback.ProcessTest;
import org.registrationrights.process.piggyback.Story;
import org.registrationrights.process.suspension.ManyHolders;
import org.registrationrights.standoff.Lockup;
import org.registrationrights.standoff.Lockup.Counterparty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** More Holders than one transaction takes, and two who report lock-ups at once. */
@ProcessTest
@Import(ManyHolders.class)
@Verifies({Clause.S7_A, Clause.S7_C})
class ManyLockUpsTest {

    private static final String ID = "STO-2002-1";

    @Autowired
    private Story story;

    @Autowired
    private ManyHolders many;

    @Autowired
    private LockUps lockUps;

    @Autowired
    private StandoffStart start;

    @Autowired
    private ProofOfServiceRepository proofs;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void begin() {
        many.begin();
        runtime.startProcessInstanceByKey(
                "market-standoff",
                ID,
                Map.of(
                        "offeringId", Story.ID,
                        "requestedBy", "EXECUTIVE_OFFICER",
                        "requester", "Sam Ortega",
                        "days", "90",
                        "evidence", "letter"));
        story.runJobs();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void eachIsAskedAndEachExceptionIsFollowedUp() {
        assertThat(proofs.allOf(ID + ":")).hasSize(HOLDERS);

        lockUp(ids().subList(0, 2));
        story.now("2002-02-04T00:00:00-08:00");
        story.runJobs();

        assertThat(followUps()).isEqualTo(HOLDERS - 2);
        lockUp(ids().subList(2, HOLDERS));
        assertThat(followUps()).isZero();
    }

    @Test
    void twoThatReportAtOnceLoseNothing() throws Exception {
        Callable<Void> one = () -> {
            lockUp(ids().subList(0, 50));
            return null;
        };
        Callable<Void> other = () -> {
            lockUp(ids().subList(50, HOLDERS));
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> told : threads.invokeAll(List.of(one, other))) {
                told.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(story.task("Record lock-ups", ID)).isNull();
    }

    private void lockUp(List<String> holderIds) {
        lockUps.recordLockups(
                ID,
                holderIds.stream()
                        .map(id -> new Lockup(id, LocalDate.parse("2002-01-24"), Counterparty.COMPANY, "page"))
                        .toList());
        start.tell(ID, holderIds);
    }

    private long followUps() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("lockup-follow-up")
                .count();
    }
}
