package org.registrationrights.process.piggyback;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.UnderwriterRepository.Replacement;
import org.registrationrights.process.Input;
import org.springframework.stereotype.Component;

/** Stores who the managing underwriter is from a day on. */
@Component
@Implements(Clause.S2_3_A)
class StoreReplacementDelegate implements JavaDelegate {

    private final ManagingUnderwriters underwriters;

    StoreReplacementDelegate(ManagingUnderwriters underwriters) {
        this.underwriters = underwriters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Input input = new Input(execution);
        underwriters.replace(
                input.requiredText(Variables.OFFERING_ID, 40),
                new Replacement(
                        input.requiredText("name", 200),
                        input.requiredDate("since"),
                        input.requiredText("evidence", 500)));
    }
}
