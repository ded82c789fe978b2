package org.registrationrights.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.agreement.Verifies;
import org.registrationrights.explanation.Step;
import org.registrationrights.transfer.TransferGate.Condition;
import org.registrationrights.transfer.TransferGate.Facts;

@Verifies({Clause.S6_A, Clause.S6_B})
class TransferGateTest {

    private static final LocalDate TRANSFERRED = LocalDate.of(2001, 11, 1);
    private static final BigInteger SHARES = BigInteger.TWO.pow(70);

    private static Transfer transfer(boolean lawful, boolean competitor, LocalDate joinderDeliveredOn) {
        return new Transfer(lawful, true, competitor, true, joinderDeliveredOn, TRANSFERRED, SHARES);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, false, true, true, ''",
        "true, true, false, true, true, ''",
        "true, false, true, true, true, ''", // a person is no company
        "true, true, true, true, true, COMPETITOR",
        "false, false, false, true, true, LAW",
        "true, false, false, false, true, JOINDER",
        "true, false, false, true, false, JOINDER",
        "true, false, false, false, false, JOINDER",
        "false, true, true, true, true, LAW;COMPETITOR",
        "true, true, true, true, false, COMPETITOR;JOINDER",
        "false, true, false, false, true, LAW;JOINDER",
        "false, true, true, false, false, LAW;COMPETITOR;JOINDER"
    })
    void everyConditionMustBeMet(
            boolean lawful, boolean company, boolean line, boolean executed, boolean delivered, String missing) {
        Transfer transfer =
                new Transfer(lawful, company, line, executed, delivered ? TRANSFERRED : null, TRANSFERRED, SHARES);
        assertThat(TransferGate.of(transfer).missing())
                .extracting(Condition::name)
                .isEqualTo(missing.isEmpty() ? List.of() : List.of(missing.split(";")));
    }

    @Test
    void theFactsAreThoseOfTheTransfer() {
        for (int bits = 0; bits < 32; bits++) {
            boolean[] yes = new boolean[5];
            for (int i = 0; i < 5; i++) {
                yes[i] = (bits >> i & 1) == 1;
            }
            Transfer transfer =
                    new Transfer(yes[0], yes[1], yes[2], yes[3], yes[4] ? TRANSFERRED : null, TRANSFERRED, SHARES);
            Facts facts = new Facts(yes[0], yes[1] && yes[2], yes[3] && yes[4]);

            assertThat(Facts.of(transfer)).isEqualTo(facts);
            TransferGate gate = TransferGate.of(transfer);
            assertThat(gate.missing()).isEqualTo(TransferGate.decide(facts));
            assertThat(gate.rightsPass()).isEqualTo(gate.missing().isEmpty());
            assertThat(gate.rightsFrom()).isEqualTo(gate.rightsPass() ? TRANSFERRED : null);
        }
    }

    @ParameterizedTest
    @CsvSource({"2001-10-31, 2001-11-01", "2001-11-01, 2001-11-01", "2001-11-02, 2001-11-02"})
    void theRightsRunFromTheLaterDay(LocalDate joinderDeliveredOn, LocalDate from) {
        assertThat(TransferGate.of(transfer(true, false, joinderDeliveredOn)).rightsFrom())
                .isEqualTo(from);
    }

    @Test
    void itTellsWhyAndFromWhen() {
        assertThat(TransferGate.of(transfer(true, false, LocalDate.of(2001, 11, 5)))
                        .explain(null))
                .containsExactly(
                        competitor("false"),
                        joinder("2001-11-05", "true"),
                        conditions("true", "false", "true", "[]"),
                        new Step(
                                Clause.S6_A,
                                "the later of transfer and delivery of the joinder, for these shares only",
                                Map.of(
                                        "transferredOn",
                                        "2001-11-01",
                                        "joinderDeliveredOn",
                                        "2001-11-05",
                                        "shares",
                                        "1180591620717411303424"),
                                "rightsFrom",
                                "2001-11-05",
                                Map.of()));
        assertThat(TransferGate.of(transfer(false, true, null)).explain(null))
                .containsExactly(
                        competitor("true"),
                        joinder("not delivered", "false"),
                        conditions("false", "true", "false", "[LAW, COMPETITOR, JOINDER]"));
    }

    private static Step competitor(String line) {
        return new Step(
                Clause.S6_B,
                "a competitor is a company with that principal line of business, and no one else",
                Map.of("transfereeIsCompany", "true", "b2bProcurementIsPrincipalLine", line),
                "toCompetitor",
                line,
                Map.of());
    }

    private static Step joinder(String deliveredOn, String joined) {
        return new Step(
                Clause.S6_A,
                "the joinder counts once it is both signed and delivered",
                Map.of("joinderExecuted", "true", "joinderDeliveredOn", deliveredOn),
                "joined",
                joined,
                Map.of());
    }

    private static Step conditions(String lawful, String competitor, String joined, String missing) {
        return new Step(
                Clause.S6_A,
                "the conditions that are not met: lawful, to no competitor, joined",
                Map.of("compliesWithLaw", lawful, "toCompetitor", competitor, "joined", joined),
                "missing",
                missing,
                Map.of());
    }

    @Test
    void nobodyHasFiguresOfItsOwn() {
        assertThatThrownBy(() ->
                        TransferGate.of(transfer(true, false, TRANSFERRED)).explain("H-1"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("kind", Refusal.Kind.UNKNOWN)
                .hasFieldOrPropertyWithValue("field", "for");
    }

    @ParameterizedTest
    @CsvSource({
        ", true, true, true, 2001-11-01, 1, compliesWithLaw",
        "true, , true, true, 2001-11-01, 1, transfereeIsCompany",
        "true, true, , true, 2001-11-01, 1, b2bProcurementIsPrincipalLine",
        "true, true, true, , 2001-11-01, 1, joinderExecuted",
        "true, true, true, true, , 1, transferredOn",
        "true, true, true, true, 2001-11-01, , shares",
        "true, true, true, true, 2001-11-01, -1, shares"
    })
    void whatIsMissingIsNotGuessed(
            Boolean lawful,
            Boolean company,
            Boolean line,
            Boolean executed,
            LocalDate transferredOn,
            BigInteger shares,
            String field) {
        assertThatThrownBy(() -> new Transfer(lawful, company, line, executed, null, transferredOn, shares))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("field", field);
    }

    @Test
    void aTransferOfNoShareIsTakenAsItIs() {
        assertThat(new Transfer(true, true, true, true, null, TRANSFERRED, BigInteger.ZERO).shares())
                .isZero();
    }
}
