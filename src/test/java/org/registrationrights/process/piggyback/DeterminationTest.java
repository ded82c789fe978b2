package org.registrationrights.process.piggyback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.OfferingRepository;
import org.springframework.beans.factory.annotation.Autowired;

/** What the Company's determination leads to, and start data that is refused. */
@ProcessTest
@Verifies({Clause.S1_5_A, Clause.S1_5_B, Clause.S2_1_A, Clause.S10_A, Clause.P_A})
class DeterminationTest {

    @Autowired
    private Story story;

    @Autowired
    private OfferingRepository offerings;

    @Autowired
    private RuntimeService runtime;

    @BeforeEach
    void begin() {
        story.begin();
    }

    @AfterEach
    void end() {
        story.end();
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS_COMBINATION, 2002-01-10T09:00:00-08:00, EndEvent_NoPublicOffering",
        "COMPENSATORY_PLAN,    2002-01-10T09:00:00-08:00, EndEvent_NoPublicOffering",
        "OTHER,                2002-01-10T09:00:00-08:00, EndEvent_NoPublicOffering",
        // the Series 2-A offering closed at noon: at that instant it is not yet over
        "PUBLIC_OFFERING,      2001-09-01T12:00:00-07:00, EndEvent_Series2AOfferingNotClosed",
        // the third anniversary of 22 June 2001 is still within the term
        "PUBLIC_OFFERING,      2004-06-23T00:00:00-07:00, EndEvent_ObligationToRegisterEnded"
    })
    void endsWhereNoNoticeIsOwed(String kind, String determinedAt, String end) {
        story.now("2004-06-24T09:00:00-07:00");
        Map<String, Object> data = Story.offering();
        data.put("offeringKind", kind);
        data.put("determinedAt", determinedAt);

        ProcessInstance offering = story.start(data);

        assertThat(offering).isEnded().hasPassed(end);
        assertThat(story.row().phase()).isEqualTo(Phase.NO_NOTICE_REQUIRED);
        assertThat(story.elections()).isEmpty();
    }

    @Test
    void goesOnUntilTheLastSecondOfTheTerm() {
        story.now("2004-06-24T09:00:00-07:00");
        Map<String, Object> data = Story.offering();
        data.put("determinedAt", "2004-06-22T23:59:59-07:00");

        assertThat(story.start(data)).isNotEnded();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "offeringName,        null,                      offeringName: is required",
                "offeringName,        ' ',                       offeringName: is required",
                "offeringKind,        MERGER,                    offeringKind: 'MERGER' is not one of",
                "underwritten,        null,                      underwritten: is required",
                "underwritten,        yes,                       underwritten: must be a Boolean",
                "managingUnderwriter, null,                      managingUnderwriter: is required",
                "companyShares,       null,                      companyShares: is required",
                "companyShares,       -1,                        companyShares: -1 is negative",
                "companyShares,       1.5,                       companyShares: '1.5' is not a whole number",
                "determinedAt,        yesterday,                 determinedAt: 'yesterday' is not an instant",
                "determinedAt,        2002-01-10,                determinedAt: '2002-01-10' is not an instant",
                "determinedAt,        2002-01-10T09:00:01-08:00, determinedAt: 2002-01-10T17:00:01Z is in the future",
                "determinedAt,        1999-01-01T00:00:00-08:00, determinedAt: 1999-01-01T08:00:00Z is before the agreement"
            })
    void refusesStartDataAndStoresNothing(String variable, String value, String sentence) {
        Map<String, Object> data = Story.offering();
        data.put(variable, value);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.start(data))
                .withMessageStartingWith(sentence);

        assertThat(offerings.all()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void refusesAManagingUnderwriterWithoutAnUnderwriting() {
        Map<String, Object> data = Story.offering();
        data.put("underwritten", false);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.start(data))
                .withMessageStartingWith("managingUnderwriter: must be absent");
    }

    @Test
    void refusesABusinessKeyThatIsTaken() {
        story.start(Story.offering());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> story.start(Story.offering()))
                .withMessageStartingWith("businessKey: OFF-2002-1 is already the id");
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("piggyback-registration")
                        .count())
                .isOne();
    }

    @Test
    void refusesABusinessKeyOfAnotherForm() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> runtime.startProcessInstanceByKey("piggyback-registration", "Spring", Story.offering()))
                .withMessageStartingWith("businessKey: 'Spring' is not of the form");
    }

    @Test
    void assignsAnIdWhereNoneIsGiven() {
        ProcessInstance first = runtime.startProcessInstanceByKey("piggyback-registration", Story.offering());
        ProcessInstance second = runtime.startProcessInstanceByKey("piggyback-registration", Story.offering());

        assertThat(first.getBusinessKey()).matches("OFF-2002-\\d+").isNotEqualTo(second.getBusinessKey());
        assertThat(offerings.exists(first.getBusinessKey())).isTrue();
    }
}
