package org.registrationrights.calendar;

/**
 * What keeps a day free of business.
 *
 * @param statute by what; null where no law is named
 */
public record Holiday(String name, String statute) {

    /** As it is told: {@code Lincoln Day (Gov. Code 6700)}. */
    @Override
    public String toString() {
        return statute == null ? name : name + " (" + statute + ")";
    }
}
