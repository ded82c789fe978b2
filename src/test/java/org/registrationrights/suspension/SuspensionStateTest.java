package org.registrationrights.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.registrationrights.suspension.ReceivedPaper.amendedProspectus;
import static org.registrationrights.suspension.ReceivedPaper.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.suspension.ReceivedPaper.Type;
import org.registrationrights.suspension.SuspensionState.Stop;

@Verifies({Clause.S2_6_A, Clause.S2_6_B})
class SuspensionStateTest {

    private static final Instant NOTICE = Instant.parse("2002-02-01T17:00:00Z");
    private static final Instant CORRECTION = Instant.parse("2002-02-05T17:00:00Z");
    private static final Instant LATER = Instant.parse("2002-02-20T17:00:00Z");

    private static List<String> open(Instant at, ReceivedPaper... papers) {
        SuspensionState state = SuspensionState.of(List.of(papers), at);
        assertThat(state.mayDispose()).isEqualTo(state.openEvents().isEmpty());
        return state.openEvents();
    }

    @Test
    void aPaperCountsFromItsOwnInstantOn() {
        ReceivedPaper[] papers = {notice("E", NOTICE), amendedProspectus(List.of("E"), CORRECTION)};

        assertThat(open(NOTICE.minusNanos(1), papers)).isEmpty();
        assertThat(open(NOTICE, papers)).containsExactly("E");
        assertThat(open(CORRECTION.minusNanos(1), papers)).containsExactly("E");
        assertThat(open(CORRECTION, papers)).isEmpty();
    }

    @Test
    void aProspectusClosesTheEventsThatItCorrectsAndNoOther() {
        assertThat(open(
                        LATER,
                        notice("E-3", NOTICE),
                        notice("E-2", NOTICE),
                        notice("E-1", NOTICE),
                        notice("E-4", NOTICE),
                        amendedProspectus(List.of("E-4", "E-2", "not told of"), CORRECTION),
                        amendedProspectus(List.of(), LATER)))
                .containsExactly("E-1", "E-3");
        assertThat(open(LATER)).isEmpty();
    }

    @Test
    void aNoticeAfterTheCorrectionStopsAndOneThatComesWithItDoesNot() {
        ReceivedPaper correction = amendedProspectus(List.of("E"), NOTICE);

        assertThat(open(LATER, notice("E", CORRECTION), correction)).containsExactly("E");
        assertThat(open(NOTICE, notice("E", NOTICE), correction))
                .as("in one envelope")
                .isEmpty();
    }

    @Test
    void aSecondNoticeOfTheSameEventStopsAgain() {
        ReceivedPaper first = notice("E", NOTICE);
        ReceivedPaper copy = notice("E", LATER);
        ReceivedPaper correction = amendedProspectus(List.of("E"), CORRECTION);

        assertThat(open(LATER, first, correction, copy)).containsExactly("E");
        assertThat(open(LATER.minusNanos(1), first, correction, copy)).isEmpty();
        assertThat(open(CORRECTION, copy, first)).containsExactly("E");
    }

    @Test
    void aStopRunsFromItsNoticeToTheNextCorrection() {
        SuspensionState state = SuspensionState.of(
                List.of(
                        amendedProspectus(List.of("E"), LATER),
                        notice("E", CORRECTION.minusSeconds(1)),
                        notice("D", LATER),
                        notice("E", NOTICE),
                        amendedProspectus(List.of("E"), CORRECTION)),
                NOTICE);

        assertThat(state.stops()).containsExactly(new Stop("D", LATER, null), new Stop("E", NOTICE, CORRECTION));
    }

    @Test
    void theAnswerIsTheSameInAnyOrderAndTheSameAsByDefinition() {
        long seed = 20020201;
        Random random = new Random(seed);
        for (int run = 0; run < 2000; run++) {
            List<ReceivedPaper> papers = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                Instant at = NOTICE.plusSeconds(random.nextInt(6));
                String event = "E" + random.nextInt(3);
                papers.add(
                        random.nextBoolean()
                                ? notice(event, at)
                                : amendedProspectus(random.nextBoolean() ? List.of(event) : List.of(event, "E9"), at));
            }
            Instant at = NOTICE.plusSeconds(random.nextInt(6));
            SuspensionState state = SuspensionState.of(papers, at);
            Collections.shuffle(papers, random);

            assertThat(SuspensionState.of(papers, at))
                    .as("run %d of seed %d", run, seed)
                    .isEqualTo(state);
            assertThat(state.openEvents())
                    .as("run %d of seed %d: %s at %s", run, seed, papers, at)
                    .containsExactlyElementsOf(openByDefinition(papers, at));
        }
    }

    private static TreeSet<String> openByDefinition(List<ReceivedPaper> papers, Instant at) {
        TreeSet<String> open = new TreeSet<>();
        papers.stream()
                .filter(paper -> !paper.at().isAfter(at))
                .sorted(Comparator.comparing(ReceivedPaper::at).thenComparing(ReceivedPaper::type))
                .forEach(paper -> {
                    if (paper.type() == Type.NOTICE_RECEIVED) {
                        open.add(paper.event());
                    } else {
                        paper.corrects().forEach(open::remove);
                    }
                });
        return open;
    }

    @Test
    void itTellsWhyTheHolderIsStopped() {
        SuspensionState state = SuspensionState.of(
                List.of(notice("E-2", NOTICE), notice("E-1", NOTICE), amendedProspectus(List.of("E-2"), CORRECTION)),
                CORRECTION);
        Step first = stopStep("E-1", "not received", "true");
        Step second = stopStep("E-2", CORRECTION.toString(), "false");

        assertThat(state.explain(null))
                .containsExactly(
                        first,
                        second,
                        new Step(
                                Clause.S2_6_B,
                                "the Holder may sell under the statement while no event is open",
                                Map.of("openEvents", "[E-1]"),
                                "mayDispose",
                                "false",
                                Map.of()));
        assertThat(state.explain("E-2")).containsExactly(second);
        assertThatThrownBy(() -> state.explain("E-3"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.UNKNOWN)
                .hasFieldOrPropertyWithValue("field", "for");
    }

    private static Step stopStep(String event, String correction, String open) {
        return new Step(
                Clause.S2_6_A,
                "open once its notice has come and while no correction has",
                Map.of(
                        "event",
                        event,
                        "noticeReceivedAt",
                        NOTICE.toString(),
                        "correctionReceivedAt",
                        correction,
                        "at",
                        CORRECTION.toString()),
                "open",
                open,
                Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        ", E, , true, type, is required",
        "NOTICE_RECEIVED, , , true, event, is required",
        "NOTICE_RECEIVED, ' ', , true, event, is required",
        "NOTICE_RECEIVED, E, E, true, corrects, does not belong to NOTICE_RECEIVED",
        "NOTICE_RECEIVED, E, , false, at, is required",
        "AMENDED_PROSPECTUS_RECEIVED, E, E, true, event, does not belong to AMENDED_PROSPECTUS_RECEIVED",
        "AMENDED_PROSPECTUS_RECEIVED, , , true, corrects, is required",
        "AMENDED_PROSPECTUS_RECEIVED, , 'E; ', true, corrects[1], is required",
        "AMENDED_PROSPECTUS_RECEIVED, , D;E;D, true, corrects[2], 'D' is there twice",
        "AMENDED_PROSPECTUS_RECEIVED, , E, false, at, is required"
    })
    void whatIsNotAsItsTypeWantsItIsRefused(
            Type type, String event, String corrects, boolean dated, String field, String sentence) {
        List<String> corrected = corrects == null ? null : List.of(corrects.split(";"));

        assertThatThrownBy(() -> new ReceivedPaper(type, event, corrected, dated ? NOTICE : null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence)
                .hasFieldOrPropertyWithValue("field", field);
    }

    @Test
    void anIdHasAtMostEightyCharacters() {
        assertThat(notice("E".repeat(80), NOTICE).event()).hasSize(80);
        assertThatThrownBy(() -> notice("E".repeat(81), NOTICE))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "event");
    }

    @Test
    void theQuestionNeedsPapersAndAnInstant() {
        assertThatThrownBy(() -> SuspensionState.of(null, NOTICE))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "events");
        assertThatThrownBy(() -> SuspensionState.of(List.of(), null))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", "at");
    }
}
