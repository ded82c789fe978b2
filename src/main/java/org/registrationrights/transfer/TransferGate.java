package org.registrationrights.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.explanation.Explained;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.explanation.Step;

/**
 * Whether the rights in transferred shares pass to the transferee (6). They reach those shares only.
 *
 * @param missing the conditions that are not met, in the order of the text
 */
public record TransferGate(Transfer transfer, List<Condition> missing) implements Explained {

    /** What 6 asks of a transfer. */
    public enum Condition {
        /** It complies with all applicable law. */
        LAW,
        /** It is not made to a competitor of the Company. */
        COMPETITOR,
        /** The transferee signed the joinder and delivered it to the Company. */
        JOINDER
    }

    /**
     * The yes-or-no answers on which the conditions rest.
     *
     * @param toCompetitor only a company can be one; nobody looks through a person to the companies behind it
     * @param joined whether the joinder is both signed and delivered
     */
    public record Facts(boolean compliesWithLaw, boolean toCompetitor, boolean joined) {

        public static Facts of(Transfer transfer) {
            return new Facts(
                    transfer.compliesWithLaw(),
                    transfer.transfereeIsCompany() && transfer.b2bProcurementIsPrincipalLine(),
                    transfer.joinderExecuted() && transfer.joinderDeliveredOn() != null);
        }
    }

    public static TransferGate of(Transfer transfer) {
        return new TransferGate(transfer, decide(Facts.of(transfer)));
    }

    /** The conditions that are not met; the rights pass where there are none. */
    @Implements({Clause.S6_A, Clause.S6_B})
    public static List<Condition> decide(Facts facts) {
        List<Condition> missing = new ArrayList<>();
        if (!facts.compliesWithLaw) {
            missing.add(Condition.LAW);
        }
        if (facts.toCompetitor) {
            missing.add(Condition.COMPETITOR);
        }
        if (!facts.joined) {
            missing.add(Condition.JOINDER);
        }
        return List.copyOf(missing);
    }

    public boolean rightsPass() {
        return missing.isEmpty();
    }

    /** The later of transfer and delivery of the joinder, or null where the rights do not pass. */
    public LocalDate rightsFrom() {
        if (!rightsPass()) {
            return null;
        }
        LocalDate joined = transfer.joinderDeliveredOn();
        return joined.isAfter(transfer.transferredOn()) ? joined : transfer.transferredOn();
    }

    @Override
    public List<Step> explain(String subject) {
        if (subject != null) {
            throw Explained.stranger(subject);
        }
        Facts facts = Facts.of(transfer);
        Explanation explanation = Explanation.withoutPolicies()
                .step(Clause.S6_B, "a competitor is a company with that principal line of business, and no one else")
                .with("transfereeIsCompany", transfer.transfereeIsCompany())
                .with("b2bProcurementIsPrincipalLine", transfer.b2bProcurementIsPrincipalLine())
                .gives("toCompetitor", facts.toCompetitor)
                .step(Clause.S6_A, "the joinder counts once it is both signed and delivered")
                .with("joinderExecuted", transfer.joinderExecuted())
                .with(
                        "joinderDeliveredOn",
                        transfer.joinderDeliveredOn() == null ? "not delivered" : transfer.joinderDeliveredOn())
                .gives("joined", facts.joined)
                .step(Clause.S6_A, "the conditions that are not met: lawful, to no competitor, joined")
                .with("compliesWithLaw", facts.compliesWithLaw)
                .with("toCompetitor", facts.toCompetitor)
                .with("joined", facts.joined)
                .gives("missing", missing);
        if (rightsPass()) {
            explanation
                    .step(Clause.S6_A, "the later of transfer and delivery of the joinder, for these shares only")
                    .with("transferredOn", transfer.transferredOn())
                    .with("joinderDeliveredOn", transfer.joinderDeliveredOn())
                    .with("shares", transfer.shares())
                    .gives("rightsFrom", rightsFrom());
        }
        return explanation.steps();
    }
}
