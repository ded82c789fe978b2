package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.HolderRequest.Decision;
import org.registrationrights.offering.HolderRequest.Fulfilment;
import org.registrationrights.offering.HolderRequest.Kind;
import org.registrationrights.offering.HolderRequest.Outcome;
import org.registrationrights.offering.HolderRequest.State;
import org.registrationrights.offering.Offering.Phase;
import org.registrationrights.offering.Offering.Registration;

@Verifies({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
class HolderRequestTest {

    private static final LocalDate RECEIVED = LocalDate.parse("2002-01-14");
    private static final Instant AN_INSTANT = Instant.parse("2002-02-04T16:00:00Z");

    // what is asked

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "DOCUMENTS,  null,      '',       null,  askedFor: is required",
                "FILINGS,    all,       CA,       null,  states: belong to BLUE_SKY only",
                "DOCUMENTS,  all,       '',       NDA,   confidentialityAgreement: belongs to INSPECTION only",
                "BLUE_SKY,   null,      '',       null,  states: are required",
                "BLUE_SKY,   all,       CA,       null,  askedFor: must be absent: the states say it",
                "BLUE_SKY,   null,      CA XX,    null,  states: 'XX' is not the two-letter code of a state",
                "BLUE_SKY,   null,      ca,       null,  states: 'ca' is not the two-letter code of a state",
                "BLUE_SKY,   null,      CA OR CA, null,  states: 'CA' is there twice",
                "INSPECTION, 'a\tb',    '',       null,  askedFor: holds a control character"
            })
    void whatDoesNotBelongToItsKindIsRefused(
            Kind kind, String askedFor, String states, String agreement, String sentence) {
        List<String> asked = states.isEmpty() ? List.of() : List.of(states.split(" "));

        refused(
                sentence,
                () -> HolderRequest.received(
                        "REQ-2002-1", "OFF-2002-1", "H-1", kind, askedFor, asked, agreement, RECEIVED, "1"));
    }

    @Test
    void moreThanIsKeptIsRefused() {
        refused(
                "askedFor: has more than 1000 characters",
                () -> HolderRequest.received(
                        "REQ-2002-1",
                        "OFF-2002-1",
                        "H-1",
                        Kind.FILINGS,
                        "x".repeat(1001),
                        List.of(),
                        null,
                        RECEIVED,
                        "1"));
    }

    // who may ask, and when

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,   null,   false", // no answer that counts
                "0,      null,   false",
                "300000, null,   true", // nothing is approved yet
                "300000, 150000, true",
                "300000, 0,      false" // cut back to nothing
            })
    void aSellingHolderHasAskedInTimeAndIsNotCutBackToNothing(
            BigInteger requested, BigInteger allocated, boolean sells) {
        assertThat(HolderRequest.sells(offering(Phase.ELECTION, null, null, null), requested, allocated))
                .isEqualTo(sells);
    }

    @Test
    void nobodySellsInAnOfferingThatWasWithdrawnBeforeARegistration() {
        assertThat(HolderRequest.sells(offering(Phase.WITHDRAWN, null, null, AN_INSTANT), BigInteger.TEN, null))
                .isFalse();
        assertThat(HolderRequest.sells(offering(Phase.WITHDRAWN, AN_INSTANT, null, AN_INSTANT), BigInteger.TEN, null))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void allFourAreRightsOfSellingHoldersInAnOfferingThatRegistersTheirShares(Kind kind) {
        HolderRequest request = request(kind);

        assertThatCode(() -> request.checkOwed(offering(Phase.EFFECTIVE, AN_INSTANT, null, null)))
                .doesNotThrowAnyException();
        refused(
                "holderId: H-1 is no selling Holder in OFF-2002-1: no request of it for inclusion counts ("
                        + kind.clause().citation() + ")",
                () -> request.checkAsker(false));
        refused(
                "offeringId: OFF-2002-1 obliges the Company to register no Registrable Shares",
                () -> request.checkOwed(offering(Phase.NO_NOTICE_REQUIRED, null, null, null)));
        refused(
                "offeringId: OFF-2002-1 was withdrawn before a registration",
                () -> request.checkOwed(offering(Phase.WITHDRAWN, null, null, AN_INSTANT)));
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENTS, false", "BLUE_SKY, false", "INSPECTION, true", "FILINGS, true"})
    void onlyWhatDoesNotServeTheSaleMayBeAskedForAfterIt(Kind kind, boolean owed) {
        for (Offering over : List.of(
                offering(Phase.CLOSED, AN_INSTANT, LocalDate.parse("2002-02-08"), null),
                offering(Phase.WITHDRAWN, AN_INSTANT, null, AN_INSTANT))) {
            ThrowingCallable check = () -> request(kind).checkOwed(over);
            if (owed) {
                assertThatCode(check).doesNotThrowAnyException();
            } else {
                refused("offeringId: OFF-2002-1 is over, and nothing is sold in it any more", check);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENTS,  OPEN,      true",
        "DOCUMENTS,  GRANTED,   true",
        "DOCUMENTS,  FULFILLED, false",
        "BLUE_SKY,   OPEN,      true",
        "BLUE_SKY,   REFUSED,   false",
        "INSPECTION, OPEN,      false",
        "FILINGS,    GRANTED,   false"
    })
    @Verifies(Clause.S8_A)
    void withdrawalEndsOpenRequestsThatServeTheSale(Kind kind, State state, boolean ends) {
        assertThat(request(kind, state, List.of(), List.of()).endsWithWithdrawal())
                .isEqualTo(ends);
    }

    // the answer

    @Test
    void eachKindHasItsOwnGroundsAndNoOthers() {
        assertThat(PermittedRefusal.of(Kind.FILINGS))
                .containsExactly(PermittedRefusal.CONFIDENTIAL_TREATMENT, PermittedRefusal.NO_LONGER_SELLING);
        assertThat(PermittedRefusal.of(Kind.INSPECTION))
                .contains(PermittedRefusal.NO_CONFIDENTIALITY_AGREEMENT)
                .doesNotContain(PermittedRefusal.CONFIDENTIAL_TREATMENT);
        for (Kind kind : Kind.values()) {
            for (PermittedRefusal ground : PermittedRefusal.values()) {
                HolderRequest request = request(kind);
                String item = kind == Kind.BLUE_SKY ? "CA" : null;
                List<Decision> answer = kind == Kind.BLUE_SKY
                        ? List.of(refusal(item, ground), refusal("OR", ground))
                        : List.of(refusal(item, ground));
                if (PermittedRefusal.of(kind).contains(ground)) {
                    assertThatCode(() -> request.checkAnswer(answer, false)).doesNotThrowAnyException();
                } else {
                    refused(
                            "answers[0].ground: " + ground + " is no ground to refuse " + kind + "; permitted are ",
                            () -> request.checkAnswer(answer, false));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, GRANTED, null,                      null,   answers[0].item: must be one of the states asked for",
                "TX,   GRANTED, null,                      null,   'answers[0].item: must be one of the states asked for, [CA, OR]'",
                "CA,   null,    null,                      null,   answers[0].outcome: is required",
                "CA,   GRANTED, BEYOND_REASONABLE_EFFORTS, null,   answers[0].ground: must be absent",
                "CA,   GRANTED, null,                      why,    answers[0].reason: must be absent",
                "CA,   REFUSED, null,                      why,    answers[0].ground: is required: one of",
                "CA,   REFUSED, BEYOND_REASONABLE_EFFORTS, null,   answers[0].reason: is required",
                "CA,   REFUSED, NO_LONGER_SELLING,         gone,   answers[0].ground: H-1 still sells in OFF-2002-1",
                "CA,   GRANTED, null,                      null,   answers: OR is not answered"
            })
    void anAnswerIsRefusedStateByState(
            String item, Outcome outcome, PermittedRefusal ground, String reason, String sentence) {
        refused(
                sentence,
                () -> request(Kind.BLUE_SKY).checkAnswer(List.of(new Decision(item, outcome, ground, reason)), true));
    }

    @Test
    void anAnswerIsToAllOrToNamedParts() {
        HolderRequest filings = request(Kind.FILINGS);

        assertThatCode(() -> filings.checkAnswer(
                        List.of(
                                granted("the statement and its amendments"),
                                refusal("Exhibit 10.4", PermittedRefusal.CONFIDENTIAL_TREATMENT)),
                        true))
                .doesNotThrowAnyException();
        refused("answers: needs at least one line", () -> filings.checkAnswer(List.of(), true));
        refused(
                "answers[0].item: is required where there is more than one line",
                () -> filings.checkAnswer(List.of(granted(null), granted("letters")), true));
        refused(
                "answers[1].item: 'letters' is answered twice",
                () -> filings.checkAnswer(List.of(granted("letters"), granted("letters")), true));
    }

    @Test
    void nobodyInspectsWithoutAConfidentialityAgreement() {
        refused(
                "answers[0].outcome: cannot be granted before a confidentiality agreement is received (Section 4(g))",
                () -> request(Kind.INSPECTION).checkAnswer(List.of(granted(null)), true));
        HolderRequest agreed = HolderRequest.received(
                "REQ-2002-1", "OFF-2002-1", "H-1", Kind.INSPECTION, "minutes", List.of(), "NDA 1", RECEIVED, "1");
        assertThatCode(() -> agreed.checkAnswer(List.of(granted(null)), true)).doesNotThrowAnyException();
    }

    // the evidence

    @Test
    void everyStateThatWasGrantedHasItsEvidenceInTheEnd() {
        HolderRequest request = request(
                Kind.BLUE_SKY,
                State.GRANTED,
                List.of(granted("CA"), granted("OR"), refusal("TX", PermittedRefusal.QUALIFICATION_TO_DO_BUSINESS)),
                List.of(evidence("CA", "2002-01-15")));

        assertThatCode(() -> request.checkFulfilment(List.of(), false, RECEIVED))
                .doesNotThrowAnyException();
        refused(
                "requestFulfilled: needs evidence of what was done in OR",
                () -> request.checkFulfilment(List.of(), true, RECEIVED));
        refused(
                "fulfilments[0].state: must be one of the states that were granted, [CA, OR]",
                () -> request.checkFulfilment(List.of(evidence("TX", "2002-01-14")), false, RECEIVED));
        assertThatCode(() -> request.checkFulfilment(List.of(evidence("OR", "2002-01-14")), true, RECEIVED))
                .doesNotThrowAnyException();
    }

    @Test
    void evidenceSaysWhatWhenAndHow() {
        HolderRequest request = request(Kind.FILINGS, State.GRANTED, List.of(granted(null)), List.of());

        refused(
                "requestFulfilled: needs evidence of what was furnished",
                () -> request.checkFulfilment(List.of(), true, RECEIVED));
        refused(
                "fulfilments[0].state: belongs to BLUE_SKY only",
                () -> request.checkFulfilment(List.of(evidence("CA", "2002-01-14")), true, RECEIVED));
        refused(
                "fulfilments[0].furnishedOn: 2002-01-15 is in the future",
                () -> request.checkFulfilment(List.of(evidence(null, "2002-01-15")), true, RECEIVED));
        refused(
                "fulfilments[0].furnishedOn: 2002-01-13 is before the request, 2002-01-14",
                () -> request.checkFulfilment(List.of(evidence(null, "2002-01-13")), true, RECEIVED));
        refused(
                "fulfilments[0].what: is required",
                () -> request.checkFulfilment(
                        List.of(new Fulfilment(null, null, RECEIVED, "by hand", "counsel", AN_INSTANT)),
                        true,
                        RECEIVED));
        refused(
                "fulfilments[0].how: is required",
                () -> request.checkFulfilment(
                        List.of(new Fulfilment(null, "copies", RECEIVED, null, "counsel", AN_INSTANT)),
                        true,
                        RECEIVED));
        refused(
                "fulfilments[0].furnishedOn: is required",
                () -> request.checkFulfilment(
                        List.of(new Fulfilment(null, "copies", null, "by hand", "counsel", AN_INSTANT)),
                        true,
                        RECEIVED));
    }

    private static void refused(String sentence, ThrowingCallable check) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(check).withMessageStartingWith(sentence);
    }

    private static HolderRequest request(Kind kind) {
        return request(kind, State.OPEN, List.of(), List.of());
    }

    private static HolderRequest request(
            Kind kind, State state, List<Decision> decisions, List<Fulfilment> fulfilments) {
        List<String> states = decisions.size() == 3 ? List.of("CA", "OR", "TX") : List.of("CA", "OR");
        return new HolderRequest(
                "REQ-2002-1",
                "OFF-2002-1",
                "H-1",
                kind,
                kind == Kind.BLUE_SKY ? null : "all",
                kind == Kind.BLUE_SKY ? states : List.of(),
                null,
                RECEIVED,
                "1",
                state,
                null,
                null,
                decisions,
                fulfilments);
    }

    private static Decision granted(String item) {
        return new Decision(item, Outcome.GRANTED, null, null);
    }

    private static Decision refusal(String item, PermittedRefusal ground) {
        return new Decision(item, Outcome.REFUSED, ground, "as counsel found");
    }

    private static Fulfilment evidence(String state, String on) {
        return new Fulfilment(state, "copies", LocalDate.parse(on), "by courier", "counsel", AN_INSTANT);
    }

    private static Offering offering(Phase phase, Instant effectiveAt, LocalDate closedOn, Instant withdrawnAt) {
        return new Offering(
                "OFF-2002-1",
                "Spring offering",
                Offering.Kind.PUBLIC_OFFERING,
                false,
                null,
                BigInteger.ZERO,
                AN_INSTANT,
                OfferingGate.Result.NOTICE_REQUIRED,
                phase,
                new Registration(null, null, null, null, null, null, null, effectiveAt, closedOn, null, withdrawnAt));
    }
}
