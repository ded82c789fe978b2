package org.registrationrights.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

/**
 * Stores what a person entered when the task ends by completion. It checks, and its refusal leaves the task open. A task
 * that ends because the fact was reported from outside, or because its time is over, has nothing to store.
 */
public abstract class CompletedForm implements ExecutionListener {

    @Override
    public final void notify(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            store(execution, new Input(execution));
        }
    }

    protected abstract void store(DelegateExecution execution, Input input);
}
