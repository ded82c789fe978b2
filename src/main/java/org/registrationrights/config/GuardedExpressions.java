package org.registrationrights.config;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.registrationrights.agreement.Refusal;
import org.springframework.context.ApplicationContext;

/**
 * Lets diagrams use every bean, and queries next to nothing. A query, in a request or in a stored filter, is written by
 * a user and evaluated without a scope; unguarded, whoever may query tasks may run code on the server.
 */
final class GuardedExpressions extends SpringExpressionManager {

    private static final Pattern HARMLESS = Pattern.compile(
            "[$#]\\{\\s*(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(\\.(plus|minus)(Years|Months|Weeks|Days|Hours|Minutes|Seconds)\\(\\d{1,6}\\))*)\\s*}");

    GuardedExpressions(ApplicationContext applicationContext) {
        super(applicationContext);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(super.createExpression(text));
    }

    private record Guarded(Expression expression) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            return getValue(scope, null);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            if (scope == null
                    && !isLiteralText()
                    && !HARMLESS.matcher(getExpressionText()).matches()) {
                throw Refusal.invalid(
                        "expression",
                        "a query may use currentUser(), currentUserGroups(), now() and dateTime() only, not "
                                + getExpressionText());
            }
            return expression.getValue(scope, execution);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            expression.setValue(value, scope);
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
            expression.setValue(value, scope, execution);
        }

        @Override
        public String getExpressionText() {
            return expression.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return expression.isLiteralText();
        }
    }
}
