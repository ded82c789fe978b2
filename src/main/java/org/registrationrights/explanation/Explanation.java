package org.registrationrights.explanation;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Policies;

/** The steps of a calculation as they are told, under the policies that it used. */
public final class Explanation {

    private final Policies policies;
    private final List<Step> steps = new ArrayList<>();

    private Explanation(Policies policies) {
        this.policies = policies;
    }

    public static Explanation under(Policies policies) {
        return new Explanation(policies);
    }

    /** Of a calculation that no policy touches. */
    public static Explanation withoutPolicies() {
        return new Explanation(null);
    }

    /** Begins a step; {@link Telling#gives} ends it. */
    public Telling step(Clause clause, String formula) {
        return new Telling(clause, formula);
    }

    /** A figure as it is written: an instant by RFC 3339, in its zone's offset; anything else as it says itself. */
    public static String text(Object figure) {
        return figure instanceof ZonedDateTime instant ? ISO_OFFSET_DATE_TIME.format(instant) : String.valueOf(figure);
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** A step in the making. */
    public final class Telling {

        private final Clause clause;
        private final String formula;
        private final Map<String, String> inputs = new LinkedHashMap<>();
        private Map<String, String> readings = Map.of();

        private Telling(Clause clause, String formula) {
            this.clause = clause;
            this.formula = formula;
        }

        public Telling with(String name, Object figure) {
            inputs.put(name, text(figure));
            return this;
        }

        /** The policies that decided this step. */
        public Telling reading(String... keys) {
            readings = policies.only(List.of(keys));
            return this;
        }

        public Explanation gives(String name, Object figure) {
            steps.add(new Step(clause, formula, inputs, name, text(figure), readings));
            return Explanation.this;
        }
    }
}
