package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.InformationDecision.Kind;
import org.registrationrights.offering.InformationRequest.State;

@Verifies(Clause.S2_4_A)
class InformationRequestTest {

    private static final LocalDate DUE = LocalDate.parse("2002-01-30");
    private static final InformationRequest REQUEST =
            InformationRequest.of("H-1", Instant.parse("2002-01-23T17:00:00Z"), DUE);

    @Test
    void isOverdueFromTheDayAfterItsLast() {
        assertThat(REQUEST.overdue(DUE)).isFalse();
        assertThat(REQUEST.overdue(DUE.plusDays(1))).isTrue();
        assertThat(REQUEST.furnished().overdue(DUE.plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsDecidedWhileItsTimeRuns(Kind kind) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> REQUEST.decided(decision(kind), DUE))
                .withMessage("holderId: H-1 has time until 2002-01-30 (Section 2.4)");
    }

    @Test
    void onceOverdueItIsWaitedForOrGoneOnWithout() {
        LocalDate today = DUE.plusDays(1);

        InformationRequest waiting = REQUEST.decided(decision(Kind.WAIT), today);
        assertThat(waiting.missing()).isTrue();
        assertThat(waiting.dueOn()).isEqualTo("2002-02-06");
        assertThat(waiting.overdue(today)).isFalse();
        assertThat(REQUEST.decided(decision(Kind.EXCUSE), today).state()).isEqualTo(State.EXCUSED);
        assertThat(REQUEST.decided(decision(Kind.HOLD_OUT), today).state()).isEqualTo(State.HELD_OUT);
    }

    @Test
    void oneWayOnWithoutMayBeExchangedForTheOtherButNobodyWaitsAgain() {
        LocalDate today = DUE.plusDays(1);
        InformationRequest heldOut = REQUEST.decided(decision(Kind.HOLD_OUT), today);

        assertThat(heldOut.decided(decision(Kind.EXCUSE), today).state()).isEqualTo(State.EXCUSED);
        assertThat(heldOut.furnished().state()).isEqualTo(State.FURNISHED);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> heldOut.decided(decision(Kind.WAIT), today))
                .withMessage("decision: nobody waits for H-1: it is HELD_OUT (Section 2.4)");
    }

    @Test
    void whatIsThereNeedsNoDecision() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> REQUEST.furnished().decided(decision(Kind.EXCUSE), DUE.plusDays(1)))
                .withMessage("holderId: H-1 has furnished its information (Section 2.4)");
    }

    @Test
    void aWaitEndsAfterToday() {
        LocalDate newDay = decision(Kind.WAIT).waitUntil();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> REQUEST.decided(decision(Kind.WAIT), newDay))
                .withMessage("waitUntil: 2002-02-06 is not after today, 2002-02-06 (Section 2.4)");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "null | EXCUSE   | null       | G    | holderId: is required (Section 2.4)",
                "H-1  | null     | null       | G    | decision: is required (Section 2.4)",
                "H-1  | WAIT     | null       | G    | waitUntil: is required with the decision WAIT (Section 2.4)",
                "H-1  | HOLD_OUT | 2002-02-06 | G    | waitUntil: must be absent with the decision HOLD_OUT (Section 2.4)",
                "H-1  | EXCUSE   | null       | ' '  | ground: is required (Section 2.4)"
            })
    void refusesADecisionThatDecidesNothing(String holder, Kind kind, LocalDate until, String ground, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new InformationDecision(holder, kind, until, ground))
                .withMessage(sentence);
    }

    private static InformationDecision decision(Kind kind) {
        return new InformationDecision(
                "H-1", kind, kind == Kind.WAIT ? LocalDate.parse("2002-02-06") : null, "It is abroad.");
    }
}
