package org.registrationrights.process;

import java.util.List;
import java.util.function.Consumer;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/** Facts that are reported many at once: taken together or not at all. */
public final class Lines {

    /** So that no transaction grows with the number of Holders. */
    private static final int MOST = 1000;

    private Lines() {}

    /**
     * Takes line by line; a refusal names the line.
     *
     * @throws Refusal for no line, for a line that is not there, and for too many
     */
    public static <T> void each(String list, List<T> lines, Clause clause, Consumer<T> taker) {
        if (lines == null || lines.isEmpty()) {
            throw Refusal.invalid(list, "needs at least one line", clause);
        }
        if (lines.size() > MOST) {
            throw Refusal.invalid(list, "has more than " + MOST + " lines; report them in parts", clause);
        }
        Input.withoutGaps(list, lines);
        for (int i = 0; i < lines.size(); i++) {
            try {
                taker.accept(lines.get(i));
            } catch (Refusal refused) {
                throw refused.within(list + "[" + i + "]");
            }
        }
    }
}
