package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.registrationrights.process.piggyback.Story.json;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.offering.Closing;
import org.registrationrights.offering.Closing.Basis;
import org.registrationrights.offering.Closing.Reported;
import org.registrationrights.offering.Closing.Sold;
import org.registrationrights.offering.ClosingRepository;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.SaleRepository;
import org.registrationrights.offering.SaleRepository.Sale;
import org.registrationrights.process.Messages;
import org.registrationrights.register.RegisterRepository;
import org.springframework.beans.factory.annotation.Autowired;

/** The firm shares close, and days later those of an over-allotment option; H-1 sells 300,000 and H-4 240,000. */
@ProcessTest
@Verifies(Clause.S1_7_W)
class ClosingsTest {

    private static final LocalDate EFFECTIVE = LocalDate.parse("2002-01-23");
    private static final LocalDate FIRST = LocalDate.parse("2002-01-28");
    private static final LocalDate SECOND = LocalDate.parse("2002-02-11");

    @Autowired
    private Story story;

    @Autowired
    private Closings closings;

    @Autowired
    private ClosingRepository rows;

    @Autowired
    private SaleRepository sales;

    @Autowired
    private RegisterRepository register;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void becomeEffective() {
        story.begin();
        story.fileForTwo();
        story.appoint();
        story.effective();
        story.now("2002-02-12T09:00:00-08:00");
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void oneFollowsTheOtherUntilTheFinalOne() {
        complete(false, FIRST, "[{'holderId': 'H-1', 'shares': '200000', 'soldOn': '2002-01-24'}]", Map.of());
        assertThat(story.row().phase()).isEqualTo(Phase.EFFECTIVE);
        assertThat(story.row().registration().closedOn()).isNull();
        assertThat(registrable("H-1", SECOND)).isEqualTo(400_000);
        assertThat(story.task("Enter expenses", Story.ID)).isNull();

        complete(true, SECOND, """
                [{'holderId': 'H-1', 'shares': '60000', 'soldOn': '2002-02-07'},
                 {'holderId': 'H-4', 'shares': '240000', 'soldOn': '2002-02-07'}]
                """, Map.of("companySold", "300000", "othersSold", "0"));

        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);
        assertThat(story.row().registration().closedOn()).isEqualTo(SECOND);
        assertThat(rows.ofOffering(Story.ID))
                .containsExactly(
                        new Closing(1, FIRST, false, registered(2_000_000), registered(0)),
                        new Closing(2, SECOND, true, reported(300_000), reported(0)));
        assertThat(sales.soldByHolder(Story.ID))
                .containsExactly(Map.entry("H-1", whole(260_000)), Map.entry("H-4", whole(240_000)));
        assertThat(registrable("H-1", FIRST.minusDays(5))).isEqualTo(600_000);
        assertThat(registrable("H-1", FIRST)).isEqualTo(400_000);
        assertThat(registrable("H-1", SECOND)).isEqualTo(340_000);
        assertThat(registrable("H-4", SECOND)).isZero();
        assertThat(closings.covered(story.row()).lines())
                .extracting("holderId", "registered", "sold", "unsold")
                .containsExactly(
                        tuple("H-1", whole(300_000), whole(260_000), whole(40_000)),
                        tuple("H-4", whole(240_000), whole(240_000), whole(0)));
        assertThat(story.task("Enter expenses", Story.ID)).isNotNull();
        assertThat(story.caseFile())
                .extracting(CaseEntry::event)
                .containsSubsequence(
                        "Closing reported",
                        "Sold lots ceased to be registrable",
                        "Final closing reported",
                        "Sold lots ceased to be registrable");
    }

    @Test
    void aLaterOneReportsASaleOfBeforeTheFirst() {
        complete(false, FIRST, "[{'holderId': 'H-1', 'shares': '200000', 'soldOn': '2002-01-25'}]", Map.of());
        complete(true, SECOND, "[{'holderId': 'H-1', 'shares': '50000', 'soldOn': '2002-01-24'}]", Map.of());

        assertThat(registrable("H-1", EFFECTIVE)).isEqualTo(600_000);
        assertThat(registrable("H-1", LocalDate.parse("2002-01-24"))).isEqualTo(550_000);
        assertThat(registrable("H-1", LocalDate.parse("2002-01-25"))).isEqualTo(350_000);
    }

    @Test
    void whatIsReportedWhileNobodyWaitsIsFoundByWhoeverComesToWait() {
        closings.report(Story.ID, closing(1, FIRST, false, sale("H-1", 100_000, FIRST)));
        closings.report(Story.ID, closing(null, SECOND, true, sale("H-1", 100_000, SECOND)));
        assertThat(registrable("H-1", SECOND)).isEqualTo(600_000);

        story.tell(Messages.OFFERING_CLOSED);

        assertThat(registrable("H-1", SECOND)).isEqualTo(400_000);
        assertThat(story.task("Enter expenses", Story.ID)).isNotNull();
        story.tell(Messages.OFFERING_CLOSED);
        assertThat(registrable("H-1", SECOND)).isEqualTo(400_000);
    }

    @Test
    void aClosingWithoutAnyHolderIsOneAllTheSame() {
        complete(false, FIRST, null, Map.of("nothingSold", true));
        complete(true, SECOND, null, Map.of("nothingSold", true));

        assertThat(sales.ofOffering(Story.ID)).isEmpty();
        assertThat(registrable("H-1", SECOND)).isEqualTo(600_000);
        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void whatIsWrongWithOneIsSaidAndNothingIsStored() {
        refused(closing(2, FIRST, false), "number: closing 1 is next, not 2 (Section 1.7(w))");
        refused(closing(null, FIRST, null), "final: is required: whether no other closing follows (Section 1.7(w))");
        refused(closing(null, null, true), "closedOn: is required (Section 1.7(w))");
        refused(closing(null, EFFECTIVE.minusDays(1), true), "closedOn: 2002-01-22 is before the effectiveness");
        refused(closing(null, LocalDate.parse("2002-02-13"), true), "closedOn: 2002-02-13 is in the future");
        refused(
                closing(null, FIRST, true, sale("H-1", 1, FIRST.plusDays(1))),
                "sales[0].soldOn: 2002-01-29 is not between effectiveness and closing");
        refused(
                closing(null, FIRST, true, sale("H-1", 1, EFFECTIVE.minusDays(1))),
                "sales[0].soldOn: 2002-01-22 is not between effectiveness and closing");
        refused(closing(null, FIRST, true, sale("H-2", 1, FIRST)), "sales[0].holderId: H-2 has no shares in this");
        refused(closing(null, FIRST, true, sale("H-1", 0, FIRST)), "sales[0].shares: must be above zero");
        refused(
                closing(null, FIRST, true, sale("H-4", 240_000, FIRST), sale("H-4", 1, FIRST)),
                "sales[1].shares: 240001 is more than the 240000 shares of H-4 in this registration (Section 1.7(w))");
        refused(new Reported(null, FIRST, true, whole(-1), null, List.of()), "companySold: -1 is negative");
        assertThat(rows.ofOffering(Story.ID)).isEmpty();

        closings.report(Story.ID, closing(1, FIRST, false, sale("H-1", 200_000, FIRST)));
        refused(closing(1, SECOND, true), "number: closing 2 is next, not 1");
        refused(closing(null, FIRST.minusDays(1), true), "closedOn: 2002-01-27 is before the last one, 2002-01-28");
        refused(
                closing(null, SECOND, true, sale("H-1", 100_001, SECOND)),
                "sales[0].shares: 300001 is more than the 300000 shares of H-1 in this registration, 200000 of them sold"
                        + " in earlier closings");
        closings.report(Story.ID, closing(2, SECOND, true));
        refused(closing(3, SECOND, true), "offeringId: closing 2, on 2002-02-11, was the final one");
        assertThat(rows.ofOffering(Story.ID)).hasSize(2);
    }

    @Test
    void whatWasSoldBeforeAWithdrawalStaysSold() {
        closings.report(Story.ID, closing(1, FIRST, false, sale("H-1", 200_000, FIRST)));
        story.withdraw();

        assertThat(registrable("H-1", SECOND)).isEqualTo(400_000);
        assertThat(story.row().phase()).isEqualTo(Phase.WITHDRAWN);
        refused(closing(null, SECOND, true), "offeringId: OFF-2002-1 is not effective and open for a closing");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("piggyback-registration")
                        .count())
                .isZero();
    }

    private void complete(boolean last, LocalDate closedOn, String sold, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("closedOn", closedOn.toString());
        variables.put("finalClosing", last);
        if (sold != null) {
            variables.put("sales", json(sold));
        }
        story.complete("Record closing", "transfer-agent", variables);
    }

    private void refused(Reported reported, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> closings.report(Story.ID, reported))
                .withMessageStartingWith(sentence);
    }

    private static Reported closing(Integer number, LocalDate closedOn, Boolean last, Sale... sales) {
        return new Reported(number, closedOn, last, null, null, List.of(sales));
    }

    private static Sale sale(String holder, long shares, LocalDate soldOn) {
        return new Sale(holder, null, whole(shares), soldOn, null);
    }

    private long registrable(String holder, LocalDate day) {
        return register.registrable(holder, day, Policies.DEFAULTS).longValueExact();
    }

    private static Sold registered(long shares) {
        return new Sold(whole(shares), Basis.AS_REGISTERED);
    }

    private static Sold reported(long shares) {
        return new Sold(whole(shares), Basis.REPORTED);
    }

    private static BigInteger whole(long count) {
        return BigInteger.valueOf(count);
    }
}
