package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.registrationrights.process.piggyback.Story.all;
import static org.registrationrights.process.piggyback.Story.byFax;
import static org.registrationrights.process.piggyback.Story.byHand;
import static org.registrationrights.process.piggyback.Story.byMail;
import static org.registrationrights.process.piggyback.Story.json;
import static org.registrationrights.process.piggyback.Story.none;
import static org.registrationrights.process.piggyback.Story.part;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.casefile.CaseEntry;
import org.registrationrights.notice.HolderElection;
import org.registrationrights.notice.HolderElection.State;
import org.registrationrights.offering.ExpenseRepository;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.register.RegisterRepository;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An offering with nine Holders, three ways of delivery, a limit, one failure of parity and a sale, on the sample
 * register; every figure worked by hand. Run on each database.
 */
@Verifies({
    Clause.S1_2_A,
    Clause.S1_3_A,
    Clause.S1_7_W,
    Clause.S2_1_B,
    Clause.S2_1_C,
    Clause.S2_1_D,
    Clause.S2_1_E,
    Clause.S2_1_F,
    Clause.S2_2_A,
    Clause.S2_3_C,
    Clause.S2_3_D,
    Clause.S4_E,
    Clause.S4_F,
    Clause.S5_A,
    Clause.S5_B
})
abstract class MainLineStory {

    @Autowired
    private Story story;

    @Autowired
    private ExpenseRepository expenses;

    @Autowired
    private RegisterRepository register;

    @Autowired
    private InformationOfHolders information;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @Test
    void fromTheDeterminationToTheClosing() {
        ProcessInstance offering = story.start(Story.offering());
        story.runJobs();

        // 10 January 2002: the nine Holders of the day, each with what it holds
        assertThat(story.elections())
                .extracting(election -> election.key().holderId(), HolderElection::registrableShares)
                .containsExactlyInAnyOrder(
                        tuple("H-1", whole(600_000)),
                        tuple("H-2", whole(450_000)),
                        tuple("H-3", whole(450_000)),
                        tuple("H-4", whole(240_000)),
                        tuple("H-5", whole(200_000)),
                        tuple("H-6", whole(90_000)),
                        tuple("H-7", whole(60_000)),
                        tuple("H-9", whole(150_000)),
                        tuple("H-12", whole(75_000)));
        assertThat(offering).isStarted().hasBusinessKey(Story.ID).isNotEnded();

        deliverNotices();
        takeAnswers();

        // by fax and hand: the tenth day is Sunday 20 January, Monday is a holiday, so Tuesday is the last
        story.windowOver("H-2", "2002-01-23T00:00:00-08:00");
        assertThat(story.election("H-12").state()).isEqualTo(State.CLOSED);
        assertThat(story.election("H-12").answer()).isNull();
        assertThat(story.row().phase()).isEqualTo(Phase.ELECTION);

        // one day late: stored, answered, and without effect
        story.now("2002-01-23T09:00:00-08:00");
        assertThat(story.answer("H-5", byHand("2002-01-23T08:00:00-08:00"), all())
                        .inTime())
                .isFalse();
        assertThat(story.election("H-5").requested()).isEqualTo(BigInteger.ZERO);

        // by mail: deemed received on Tuesday the 15th, so Friday the 25th is the last day
        story.windowOver("H-1", "2002-01-26T00:00:00-08:00");
        assertThat(story.row().phase()).isEqualTo(Phase.ALLOCATION);

        story.now("2002-01-28T09:00:00-08:00");
        limit(80_000);
        // 80,000 of 100,000 for the manager would owe H-1 four fifths of its 300,000; the product gives it 125,000
        assertThat(story.round().parityHolds()).isFalse();
        limit(20_000);
        assertThat(story.round().parityHolds()).isTrue();

        // 500,000 × held / (1,800,000 of requesting Holders + 600,000 of others)
        assertThat(story.lines())
                .extracting("holderId", "requested", "exact", "allocated")
                .containsExactly(
                        tuple("H-1", whole(300_000), "125000", whole(125_000)),
                        tuple("H-2", whole(450_000), "93750", whole(93_750)),
                        tuple("H-3", whole(400_000), "93750", whole(93_750)),
                        tuple("H-6", whole(40_000), "18750", whole(18_750)),
                        tuple("H-7", whole(60_000), "12500", whole(12_500)),
                        tuple("H-9", whole(200_000), "31250", whole(31_250)));
        assertThat(story.round().totalAllocated()).isEqualTo(375_000);
        assertThat(story.round().unallocated()).isEqualTo(125_000);
        story.approve();

        sign();
        furnish();
        register();
        close();

        assertThat(offering).isEnded().hasPassed("EndEvent_OfferingClosed");
        assertThat(story.row().phase()).isEqualTo(Phase.CLOSED);
        // the discount is 70 cents on each of 2,595,000 shares and one odd cent, which falls to the Company
        assertThat(expenses.shares(Story.ID))
                .containsOnly(
                        Map.entry(ExpenseRepository.COMPANY, whole(152_500_001)),
                        Map.entry("H-1", whole(13_750_000)),
                        Map.entry("H-2", whole(6_562_500)),
                        Map.entry("H-3", whole(6_562_500)),
                        Map.entry("H-6", whole(1_312_500)),
                        Map.entry("H-7", whole(875_000)),
                        Map.entry("H-9", whole(2_187_500)),
                        Map.entry(ExpenseRepository.OTHER_SELLERS, whole(15_400_000)));
        assertThat(register.countOn(LocalDate.parse("2002-02-08"), Policies.DEFAULTS)
                        .byHolder())
                .containsEntry("H-1", whole(475_000))
                .containsEntry("H-2", whole(356_250))
                .containsEntry("H-4", whole(240_000));
        assertCaseFile();
    }

    private void deliverNotices() {
        story.now("2002-01-10T11:00:00-08:00");
        for (String holder : List.of("H-2", "H-3", "H-5", "H-7", "H-9")) {
            story.deliver(holder, byFax("2002-01-10T09:31:00-08:00"));
        }
        for (String holder : List.of("H-1", "H-4")) {
            story.deliver(holder, byMail("2002-01-10T10:00:00-08:00"));
        }
        for (String holder : List.of("H-6", "H-12")) {
            story.complete(
                    "Record delivery of notice",
                    story.key(holder).businessKey(),
                    "holder-services",
                    Map.of("method", "PERSONAL", "receivedAt", "2002-01-10T10:15:00-08:00"));
        }
        assertThat(story.elections()).extracting(HolderElection::state).containsOnly(State.OPEN);
    }

    private void takeAnswers() {
        story.now("2002-01-14T09:00:00-08:00");
        // before the notice to H-1 is even deemed received
        story.answer("H-1", byHand("2002-01-14T08:30:00-08:00"), part(300_000));
        story.answer("H-2", byHand("2002-01-14T08:30:00-08:00"), all());
        story.answer("H-3", byHand("2002-01-14T08:30:00-08:00"), part(400_000));
        story.answer("H-5", byHand("2002-01-14T08:30:00-08:00"), none());
        story.answer("H-7", byHand("2002-01-14T08:30:00-08:00"), all());
        // more than it holds: stored as asked, counted as held
        story.answer("H-9", byHand("2002-01-14T08:30:00-08:00"), part(200_000));
        story.complete(
                "Record answer of Holder",
                story.key("H-6").businessKey(),
                "holder-services",
                Map.of(
                        "answer", "PART",
                        "shares", "40000",
                        "method", "PERSONAL",
                        "receivedAt", "2002-01-14T08:45:00-08:00"));
    }

    private void limit(int includedOfManager) {
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
                        "500000",
                        "others",
                        json("""
                        [{'id': 'Fund A', 'class': 'SERIES_2A', 'entitledHeld': '500000',
                          'requested': '200000', 'included': '200000'},
                         {'id': 'Manager M', 'class': 'PIGGYBACK', 'entitledHeld': '100000',
                          'requested': '100000', 'included': '%d'}]
                        """.formatted(includedOfManager))));
    }

    private void sign() {
        story.complete(
                "Record signature of Company",
                "corporate-secretary",
                Map.of("signedOn", "2002-01-28", "evidence", "signature page"));
        story.complete(
                "Record signatures of Holders", "holder-services", Map.of("signatures", signatures("H-1", "H-2")));
        story.complete(
                "Record signatures of Holders",
                "holder-services",
                Map.of("signatures", signatures("H-3", "H-6", "H-7", "H-9")));
    }

    private static Object signatures(String... holders) {
        return json("["
                + String.join(
                        ",",
                        List.of(holders).stream()
                                .map(holder -> "{'holderId': '" + holder
                                        + "', 'signedOn': '2002-01-28', 'evidence': 'signature page'}")
                                .toList())
                + "]");
    }

    private void furnish() {
        story.complete("Record information of Holders", "holder-services", Map.of("information", json("""
                [{'holderId': 'H-1', 'name': 'Leonora Vance', 'sharesOwned': '1000000', 'signedOn': '2002-01-28',
                  'relationship': 'Vice president until March 2001', 'evidence': 'questionnaire'}]
                """)));
        assertThat(story.task("Record filing", Story.ID)).isNull();
        story.furnish(List.of(
                Story.information("H-2", 450_000),
                Story.information("H-3", 470_000),
                Story.information("H-6", 90_000),
                Story.information("H-7", 60_000),
                Story.information("H-9", 150_000)));
        assertThat(information.sellingHolders(Story.ID).rows())
                .extracting("holderId", "name", "sharesBefore", "sharesOffered", "sharesAfter", "relationship")
                .contains(
                        tuple(
                                "H-1",
                                "Leonora Vance",
                                whole(1_000_000),
                                whole(125_000),
                                whole(875_000),
                                "Vice president until March 2001"),
                        tuple("H-3", "Name of H-3", whole(470_000), whole(93_750), whole(376_250), "None"))
                .hasSize(6);
    }

    private void register() {
        story.complete(
                "Record filing", "corporate-secretary", Map.of("fileNumber", "333-00001", "filedOn", "2002-01-28"));
        story.complete("Record appointments", "transfer-agent", Map.of("transferAgent", "Example Transfer"));
        assertThat(story.task("Record effectiveness", Story.ID)).isNull();
        story.complete(
                "Record appointments",
                "transfer-agent",
                Map.of("registrar", "Example Registrar", "cusip", "037833100"));
        story.now("2002-02-04T09:00:00-08:00");
        story.complete("Record effectiveness", "counsel", Map.of("effectiveAt", "2002-02-04T08:00:00-08:00"));
    }

    private void close() {
        story.now("2002-02-08T09:00:00-08:00");
        story.complete(
                "Record closing",
                "transfer-agent",
                Map.of("closedOn", "2002-02-08", "finalClosing", true, "sales", json("""
                        [{'holderId': 'H-1', 'shares': '125000', 'soldOn': '2002-02-05'},
                         {'holderId': 'H-2', 'shares': '93750', 'soldOn': '2002-02-05', 'lot': 'L-4.1'},
                         {'holderId': 'H-3', 'shares': '93750', 'soldOn': '2002-02-05'},
                         {'holderId': 'H-6', 'shares': '18750', 'soldOn': '2002-02-05'},
                         {'holderId': 'H-7', 'shares': '12500', 'soldOn': '2002-02-05'},
                         {'holderId': 'H-9', 'shares': '31250', 'soldOn': '2002-02-05'}]
                        """)));
        story.complete("Enter expenses", "finance", Map.of("expenses", json("""
                        [{'type': 'PRINTING', 'cents': '12500000'},
                         {'type': 'HOLDER_COUNSEL', 'cents': '5000000', 'for': 'H-1'},
                         {'type': 'UNDERWRITING_DISCOUNT', 'cents': '181650001'}]
                        """)));
        story.approveExpenses();
    }

    private void assertCaseFile() {
        List<CaseEntry> entries = story.caseFile();
        assertThat(entries)
                .extracting(CaseEntry::event)
                .contains(
                        "Determination of an offering recorded",
                        "Holders of the day listed",
                        "Election window computed",
                        "No request in time: the right lapses for this offering",
                        "Limitation imposed",
                        "Requests cut back: parity fails, filing is barred",
                        "Allocation approved",
                        "Sold lots ceased to be registrable",
                        "Expenses allocated");
        assertThat(entries)
                .filteredOn(entry -> entry.event().equals("Allocation approved"))
                .extracting(CaseEntry::actor)
                .containsExactly("counsel");
        assertThat(entries)
                .filteredOn(entry -> entry.event().equals("Requests cut back"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.policies())
                        .containsEntry("numeratorBase", "HELD")
                        .containsEntry("rounding", "LARGEST_REMAINDER"));
        assertThat(entries)
                .filteredOn(entry -> List.of(
                                "Determination of an offering recorded",
                                "Election window computed",
                                "Limitation imposed",
                                "Requests cut back",
                                "Expenses allocated")
                        .contains(entry.event()))
                .allSatisfy(entry ->
                        assertThat((List<?>) entry.result().get("steps")).isNotEmpty());
    }

    private static BigInteger whole(long count) {
        return BigInteger.valueOf(count);
    }
}
