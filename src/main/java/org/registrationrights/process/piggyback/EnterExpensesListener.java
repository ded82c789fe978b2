package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.ExpenseRepository.Entry;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores bills of the registration. */
@Component
class EnterExpensesListener extends CompletedForm {

    /**
     * @param holders ids of the Holders that a counsel worked for, separated by commas; all where it is absent
     * @param replaces the number of the bill that it corrects; null for a new one
     */
    private record Line(
            Type type,
            BigInteger cents,
            @JsonProperty("for") String holders,
            Integer replaces) {

        Entry entry() {
            List<String> clients = holders == null ? null : Arrays.asList(holders.split("\\s*,\\s*"));
            return new Entry(new Item(type, cents, clients), replaces);
        }
    }

    private final ExpenseSettlement settlement;

    EnterExpensesListener(ExpenseSettlement settlement) {
        this.settlement = settlement;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        List<Entry> entries = input.listOrNone("expenses", Line.class, "noExpenses").stream()
                .map(Line::entry)
                .toList();
        settlement.enter(Variables.offeringId(execution), entries, input.ticked("moreToCome"));
        input.remove(List.of("expenses", "noExpenses", "moreToCome"));
    }
}
