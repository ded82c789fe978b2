package org.registrationrights.web.calculation;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/** Checks on what the JSON of a question leaves out. */
final class Inputs {

    private Inputs() {}

    /** @param clause why it is needed */
    static <T> T required(String field, T value, Clause clause) {
        if (value == null) {
            throw Refusal.invalid(field, "is required", clause);
        }
        return value;
    }

    static <T> T orElse(T value, T byDefault) {
        return value == null ? byDefault : value;
    }
}
