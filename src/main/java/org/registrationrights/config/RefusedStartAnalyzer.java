package org.registrationrights.config;

import org.registrationrights.agreement.Refusal;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what cannot be taken, in place of a stack trace. */
class RefusedStartAnalyzer extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Refusal refusal) {
        return new FailureAnalysis(
                refusal.getMessage(),
                "Set it in the environment or the configuration; see README, Configuration.",
                refusal);
    }
}
