package org.registrationrights.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.offering.Appointment.Kind;

/** What is recorded of listings, states, prospectuses and appointments holds together by itself. */
@Verifies({Clause.S4_A, Clause.S4_B, Clause.S4_D, Clause.S4_E})
class CompanyDutiesTest {

    private static final LocalDate DAY = LocalDate.parse("2002-02-04");

    @Test
    void aListingHasItsApprovalOrTheRuleAgainstIt() {
        Listing approved = new Listing(" Nasdaq ", Listing.Outcome.APPROVED, DAY, "letter", " ");
        assertThat(approved).isEqualTo(new Listing("Nasdaq", Listing.Outcome.APPROVED, DAY, "letter", null));
        new Listing("Nasdaq", Listing.Outcome.NOT_PERMITTED, null, null, "Rule 4310");
        new Listing("Nasdaq", Listing.Outcome.APPLIED_FOR, null, "application", null);

        refused("exchange: is required", () -> new Listing(" ", Listing.Outcome.APPLIED_FOR, null, null, null));
        refused("outcome: is required", () -> new Listing("Nasdaq", null, null, null, null));
        refused(
                "approvedOn: is required with APPROVED",
                () -> new Listing("Nasdaq", Listing.Outcome.APPROVED, null, "letter", null));
        refused("evidence: is required", () -> new Listing("Nasdaq", Listing.Outcome.APPROVED, DAY, null, null));
        refused(
                "ground: must be absent with APPROVED",
                () -> new Listing("Nasdaq", Listing.Outcome.APPROVED, DAY, "letter", "rule"));
        refused(
                "approvedOn: must be absent with APPLIED_FOR",
                () -> new Listing("Nasdaq", Listing.Outcome.APPLIED_FOR, DAY, null, null));
        refused(
                "ground: is required with NOT_PERMITTED",
                () -> new Listing("Nasdaq", Listing.Outcome.NOT_PERMITTED, null, null, null));
    }

    @Test
    void aStateHasItsOrderOrThePermittedGroundAgainstIt() {
        state(StateQualification.Outcome.APPLIED_FOR, null, null, null, null);
        state(StateQualification.Outcome.QUALIFIED, DAY, "order", null, null);
        state(StateQualification.Outcome.EXEMPT, DAY, "memorandum", null, null);
        for (PermittedRefusal ground : PermittedRefusal.of(HolderRequest.Kind.BLUE_SKY)) {
            if (ground.concernsState()) {
                state(StateQualification.Outcome.REFUSED, null, null, ground, "Its law.");
            } else {
                refused(
                        "ground: " + ground + " is no ground to refuse a state altogether",
                        () -> state(StateQualification.Outcome.REFUSED, null, null, ground, "Its law."));
            }
        }

        refused("state: is required", () -> new StateQualification(null, null, null, null, null, null));
        refused(
                "state: 'Texas' is not the two-letter code",
                () -> new StateQualification("Texas", null, null, null, null, null));
        refused("outcome: is required", () -> state(null, null, null, null, null));
        refused(
                "decidedOn: is required with QUALIFIED",
                () -> state(StateQualification.Outcome.QUALIFIED, null, "order", null, null));
        refused("evidence: is required", () -> state(StateQualification.Outcome.EXEMPT, DAY, " ", null, null));
        refused(
                "decidedOn: must be absent with APPLIED_FOR",
                () -> state(StateQualification.Outcome.APPLIED_FOR, DAY, null, null, null));
        refused(
                "ground: is required with REFUSED",
                () -> state(StateQualification.Outcome.REFUSED, null, null, null, "Its law."));
        PermittedRefusal ground = PermittedRefusal.GENERAL_SERVICE_OF_PROCESS;
        refused(
                "reason: is required with REFUSED",
                () -> state(StateQualification.Outcome.REFUSED, null, null, ground, null));
        refused(
                "ground: must be absent with QUALIFIED",
                () -> state(StateQualification.Outcome.QUALIFIED, DAY, "order", ground, null));
        refused(
                "reason: must be absent with QUALIFIED",
                () -> state(StateQualification.Outcome.QUALIFIED, DAY, "order", null, "why"));
    }

    @Test
    void aProspectusIsFurnishedInSomeCopies() {
        ProspectusDelivery some = copies("H-1", BigInteger.ONE, "by courier", "waybill");
        assertThat(some.to("H-2").holderId()).isEqualTo("H-2");
        assertThat(copies(" ", BigInteger.ONE, "by courier", "waybill").holderId())
                .isNull();

        refused("copies: must be above zero", () -> copies("H-1", BigInteger.ZERO, "by courier", "waybill"));
        refused("copies: is required", () -> copies("H-1", null, "by courier", "waybill"));
        refused("copies: -1 is negative", () -> copies("H-1", BigInteger.ONE.negate(), "by courier", "waybill"));
        refused("how: is required", () -> copies("H-1", BigInteger.ONE, " ", "waybill"));
        refused("evidence: is required", () -> copies("H-1", BigInteger.ONE, "by courier", null));
        refused(
                "kind: is required",
                () -> new ProspectusDelivery("H-1", null, null, DAY, BigInteger.ONE, "by courier", "waybill"));
        refused(
                "furnishedOn: is required",
                () -> new ProspectusDelivery(
                        "H-1", ProspectusDelivery.Kind.FINAL, null, null, BigInteger.ONE, "by courier", "waybill"));
    }

    @Test
    void onlyTheFinalProspectusServesASellingHolder() {
        ProspectusDelivery last = copies("H-1", BigInteger.ONE, "by courier", "waybill");
        ProspectusDelivery first = new ProspectusDelivery(
                "H-2", ProspectusDelivery.Kind.PRELIMINARY, null, DAY, BigInteger.ONE, "by courier", "waybill");

        assertThat(ProspectusDelivery.missing(List.of("H-1", "H-2"), List.of(first, last)))
                .containsExactly("H-2");
        ProspectusDelivery.checkComplete(List.of("H-1"), List.of(last), null);
        ProspectusDelivery.checkComplete(List.of("H-1", "H-2"), List.of(last), "It has declined.");
        refused(
                "prospectusesGround: is required while no final prospectus was furnished to H-2 (",
                () -> ProspectusDelivery.checkComplete(List.of("H-1", "H-2"), List.of(first, last), null));
        refused(
                "prospectusesGround: must be absent",
                () -> ProspectusDelivery.checkComplete(List.of("H-1"), List.of(last), "It has declined."));
    }

    @Test
    void eachAppointmentIsMadeWhenItIsSettled() {
        assertThat(Appointment.of(" Agent ", "", "037833100", DAY))
                .containsExactly(
                        new Appointment(Kind.TRANSFER_AGENT, "Agent", DAY),
                        new Appointment(Kind.CUSIP, "037833100", DAY));
        assertThat(Appointment.of(null, "Registrar", null, DAY))
                .containsExactly(new Appointment(Kind.REGISTRAR, "Registrar", DAY));

        refused("transferAgent: is required, or registrar or cusip", () -> Appointment.of(null, " ", null, DAY));
        refused("cusip: '123' is not nine", () -> Appointment.of(null, null, "123", DAY));
        refused("registrar: has more than 200", () -> Appointment.of(null, "x".repeat(201), null, DAY));
    }

    private static StateQualification state(
            StateQualification.Outcome outcome,
            LocalDate decidedOn,
            String evidence,
            PermittedRefusal ground,
            String reason) {
        return new StateQualification("CA", outcome, decidedOn, evidence, ground, reason);
    }

    private static ProspectusDelivery copies(String holder, BigInteger copies, String how, String evidence) {
        return new ProspectusDelivery(holder, ProspectusDelivery.Kind.FINAL, null, DAY, copies, how, evidence);
    }

    private static void refused(String sentence, Runnable action) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(action::run).withMessageStartingWith(sentence);
    }
}
