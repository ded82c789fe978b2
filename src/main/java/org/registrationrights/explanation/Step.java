package org.registrationrights.explanation;

import java.util.Map;
import org.registrationrights.agreement.Clause;

/**
 * One step of a calculation, for a lawyer to check.
 *
 * @param formula what was done, in words
 * @param inputs the figures put in, by what they are
 * @param name what was got
 * @param result the figure got
 * @param policies the readings that decided this step, by their keys
 */
public record Step(
        Clause clause,
        String formula,
        Map<String, String> inputs,
        String name,
        String result,
        Map<String, String> policies) {}
