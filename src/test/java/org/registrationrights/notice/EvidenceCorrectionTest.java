package org.registrationrights.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.notice.EvidenceCorrection.Kind;
import org.registrationrights.notice.EvidenceCorrection.State;

@Verifies(Clause.S11_1_A)
class EvidenceCorrectionTest {

    @Test
    void aSecondPersonDecides() {
        EvidenceCorrection proposed = correction(null, State.PROPOSED);

        assertThatCode(() -> proposed.checkDecision("counsel", true)).doesNotThrowAnyException();
        assertRefused(proposed, "clerk", true, "was proposed by clerk and needs another person's decision");
        assertRefused(proposed, "counsel", false, "counsel or the corporate secretary decides on a correction");
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"APPROVED", "REFUSED", "MOOT"})
    void nobodyDecidesTwice(State state) {
        assertRefused(correction(null, state), "counsel", true, "X-3 is decided: " + state);
    }

    @Test
    void withoutAReplacementItStrikes() {
        assertThat(correction(null, State.PROPOSED).kind()).isEqualTo(Kind.STRIKE);
        assertThat(correction(18L, State.PROPOSED).kind()).isEqualTo(Kind.REPLACE);
    }

    @Test
    void itHasANameAndAKeyOfItsOwn() {
        assertThat(correction(null, State.PROPOSED).businessKey()).isEqualTo("OFF-2001-1:H-1:X-3");
        assertThat(EvidenceCorrection.id("id", "X-3")).isEqualTo(3);
        assertThat(Communication.id("id", "C-17")).isEqualTo(17);
        assertThat(Communication.name(17)).isEqualTo("C-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "C17", "C-0", "C--1", "c-17", "C-17 ", "X-17", "C-1234567890123456789"})
    void anotherNameIsNoCommunication(String name) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Communication.id("communicationId", name))
                .withMessage("communicationId: '" + name + "' is not of the form C-17");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> EvidenceCorrection.id("correctionId", name.replace('X', 'C')))
                .withMessageEndingWith("is not of the form X-3");
    }

    private static void assertRefused(EvidenceCorrection correction, String user, boolean mayDecide, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> correction.checkDecision(user, mayDecide))
                .withMessageStartingWith("decision: ")
                .withMessageContaining(sentence)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    private static EvidenceCorrection correction(Long replacementId, State state) {
        return new EvidenceCorrection(
                3,
                new ElectionKey("OFF-2001-1", "H-1"),
                17,
                replacementId,
                "the postmark was misread",
                null,
                Instant.EPOCH,
                "clerk",
                "instance",
                state,
                null,
                null,
                null);
    }
}
