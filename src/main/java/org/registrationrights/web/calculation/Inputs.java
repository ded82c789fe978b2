package org.registrationrights.web.calculation;

/** What stands for that which the JSON of a question leaves out. */
final class Inputs {

    private Inputs() {}

    static <T> T orElse(T value, T byDefault) {
        return value == null ? byDefault : value;
    }
}
