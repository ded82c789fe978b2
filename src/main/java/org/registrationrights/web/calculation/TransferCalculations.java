package org.registrationrights.web.calculation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.registrationrights.transfer.Transfer;
import org.registrationrights.transfer.TransferGate;
import org.registrationrights.web.calculation.Calculation.Answer;
import org.registrationrights.web.calculation.Calculation.Basis;

/** Section 6. */
final class TransferCalculations {

    static final List<Calculation<?>> ALL =
            List.of(new Calculation<>("transfer-gate", Transfer.class, Set.of(), TransferCalculations::answer));

    private TransferCalculations() {}

    private static Answer answer(Transfer transfer, Basis basis) {
        TransferGate gate = TransferGate.of(transfer);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rightsPass", gate.rightsPass());
        result.put("missing", gate.missing());
        result.put("rightsFrom", Objects.toString(gate.rightsFrom(), null));
        if (gate.rightsPass()) {
            result.put("shares", transfer.shares());
        }
        return new Answer(result, gate);
    }
}
