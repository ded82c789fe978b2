package org.registrationrights.process.piggyback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.registrationrights.offering.Expenses.Item;
import org.registrationrights.offering.Expenses.Type;
import org.registrationrights.process.CompletedForm;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores the bills of the registration. */
@Component
class EnterExpensesListener extends CompletedForm {

    /** @param holders ids of the Holders that a counsel worked for, separated by commas; all where it is absent */
    private record Line(
            Type type,
            BigInteger cents,
            @JsonProperty("for") String holders) {

        Item item(String path) {
            return new Item(
                    type,
                    Input.checked(path + ".cents", cents),
                    holders == null ? null : Arrays.asList(holders.split("\\s*,\\s*")));
        }
    }

    private final ExpenseSharing expenses;

    EnterExpensesListener(ExpenseSharing expenses) {
        this.expenses = expenses;
    }

    @Override
    protected void store(DelegateExecution execution, Input input) {
        List<Line> lines = input.listOrNone("expenses", Line.class, "noExpenses");
        List<Item> items = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).item("expenses[" + i + "]"))
                .toList();
        expenses.enter(Variables.offeringId(execution), items);
        input.remove(List.of("expenses", "noExpenses"));
    }
}
