package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.HolderRequest.Decision;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.HolderRequest.Outcome;
import org.registrationrights.offering.HolderRequest.State;

/** The offering's record of the states and the answers to its Holders do not contradict each other. */
@Verifies(Clause.S4_B)
class BlueSkyTest {

    private static final LocalDate DAY = LocalDate.parse("2002-02-04");
    private static final PermittedRefusal OF_THE_STATE = PermittedRefusal.QUALIFICATION_TO_DO_BUSINESS;
    private static final PermittedRefusal OF_THE_HOLDER = PermittedRefusal.NOT_REASONABLY_REQUESTED;

    @Test
    void whatIsGrantedToAHolderIsNotRefusedToAll() {
        BlueSky one = sky(List.of(), request("REQ-1", State.GRANTED, granted("TX")));

        refused("outcome: TX was granted to H-1 in REQ-1", () -> one.checkRecord(closed("TX")));
        one.checkRecord(closed("NV"));
        one.checkRecord(qualified("TX"));
        sky(List.of(), request("REQ-1", State.MOOT, granted("TX"))).checkRecord(closed("TX"));
    }

    @Test
    void anAnswerAgreesWithTheRecordAndWithOtherAnswers() {
        BlueSky known = sky(List.of(closed("NV"), qualified("CA")), request("REQ-1", State.GRANTED, granted("TX")));
        HolderRequest next = request("REQ-2", State.OPEN);

        known.checkAnswer(next, List.of(granted("CA"), refused("NV", OF_THE_STATE), granted("TX")));
        known.checkAnswer(next, List.of(refused("CA", OF_THE_HOLDER), refused("TX", OF_THE_HOLDER)));
        known.checkAnswer(next, List.of(granted("OR"), refused("WA", OF_THE_STATE)));
        refused(
                "answers[1].outcome: the offering's record refuses NV",
                () -> known.checkAnswer(next, List.of(granted("CA"), granted("NV"))));
        refused(
                "answers[0].outcome: in CA the shares are QUALIFIED since 2002-02-04",
                () -> known.checkAnswer(next, List.of(refused("CA", OF_THE_STATE))));
        refused(
                "answers[0].outcome: TX was granted to H-1 in REQ-1",
                () -> known.checkAnswer(next, List.of(refused("TX", OF_THE_STATE))));
    }

    @Test
    void aStateThatIsAppliedForIsNeitherOpenNorClosed() {
        BlueSky known = sky(List.of(pending("CA")));
        HolderRequest next = request("REQ-2", State.OPEN);

        known.checkAnswer(next, List.of(granted("CA")));
        known.checkAnswer(next, List.of(refused("CA", OF_THE_STATE)));
    }

    @Test
    void isCompleteWhenEverythingGrantedIsOpenAndEveryRequestAnswered() {
        sky(List.of(qualified("TX")), request("REQ-1", State.GRANTED, granted("TX"), refused("NV", OF_THE_STATE)))
                .checkComplete(null);
        sky(List.of(), request("REQ-1", State.REFUSED, refused("TX", OF_THE_STATE)))
                .checkComplete("All refused.");
        refused(
                "statesComplete: REQ-1 is not answered",
                () -> sky(List.of(qualified("TX")), request("REQ-1", State.OPEN))
                        .checkComplete(null));
        for (StateQualification notOpen : Arrays.asList(null, closed("TX"), pending("TX"))) {
            List<StateQualification> record = notOpen == null ? List.of() : List.of(notOpen);
            refused(
                    "statesComplete: TX was granted to H-1 in REQ-1: what became of it is not entered",
                    () -> sky(record, request("REQ-1", State.FULFILLED, granted("TX")))
                            .checkComplete("none"));
        }
        refused(
                "statesComplete: qualification in CA",
                () -> sky(List.of(pending("CA"))).checkComplete(null));
        refused("statesGround: is required", () -> sky(List.of()).checkComplete(null));
        refused(
                "statesGround: must be absent",
                () -> sky(List.of(qualified("CA"))).checkComplete("none"));
    }

    @Test
    void aRefusalBecauseOfAStateIsOvertakenWhenTheStateOpens() {
        BlueSky one = sky(
                List.of(),
                request("REQ-1", State.REFUSED, refused("TX", OF_THE_STATE)),
                request("REQ-2", State.REFUSED, refused("TX", OF_THE_HOLDER)),
                request("REQ-3", State.REFUSED, refused("NV", OF_THE_STATE)),
                request("REQ-4", State.GRANTED, granted("TX")));

        assertThat(one.overtaken(List.of(qualified("TX"), closed("NV"))))
                .extracting(HolderRequest::id)
                .containsExactly("REQ-1");
        assertThat(one.overtaken(List.of(pending("TX")))).isEmpty();
    }

    @Test
    void otherRequestsAreNoneOfItsBusiness() {
        HolderRequest papers = new HolderRequest(
                "REQ-1",
                "OFF-1",
                "H-1",
                Kind.DOCUMENTS,
                "papers",
                List.of(),
                null,
                DAY,
                "1",
                State.OPEN,
                null,
                null,
                List.of(),
                List.of());

        sky(List.of(qualified("CA")), papers).checkComplete(null);
        sky(List.of(closed("CA"))).checkAnswer(papers, List.of(granted(null)));
    }

    private static BlueSky sky(List<StateQualification> states, HolderRequest... requests) {
        Map<String, StateQualification> record = new HashMap<>();
        states.forEach(state -> record.put(state.state(), state));
        return new BlueSky(record, List.of(requests));
    }

    private static HolderRequest request(String id, State state, Decision... decisions) {
        List<String> states = state == State.OPEN
                ? List.of("CA", "NV", "OR", "TX", "WA")
                : Arrays.stream(decisions).map(Decision::item).toList();
        return new HolderRequest(
                id,
                "OFF-1",
                "H-1",
                Kind.BLUE_SKY,
                null,
                states,
                null,
                DAY,
                "1",
                state,
                null,
                null,
                List.of(decisions),
                List.of());
    }

    private static Decision granted(String state) {
        return new Decision(state, Outcome.GRANTED, null, null);
    }

    private static Decision refused(String state, PermittedRefusal ground) {
        return new Decision(state, Outcome.REFUSED, ground, "Its law asks for it.");
    }

    private static StateQualification qualified(String state) {
        return new StateQualification(state, StateQualification.Outcome.QUALIFIED, DAY, "order", null, null);
    }

    private static StateQualification pending(String state) {
        return new StateQualification(state, StateQualification.Outcome.APPLIED_FOR, null, null, null, null);
    }

    private static StateQualification closed(String state) {
        return new StateQualification(
                state, StateQualification.Outcome.REFUSED, null, null, OF_THE_STATE, "Its law asks for it.");
    }

    private static void refused(String sentence, Runnable action) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(action::run).withMessageStartingWith(sentence);
    }
}
