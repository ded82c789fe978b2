package org.registrationrights.explanation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Refusal;

/**
 * What another reading of words that the agreement leaves open would give.
 *
 * @param policy the key of the policy that is read otherwise
 * @param figures the figures that would be others, by name; null stands for one that would not be there
 * @param refusal why nothing can be computed under that reading, or null where it can
 */
public record RivalReading(String policy, String value, Map<String, String> figures, String refusal) {

    /**
     * Every other value of each of these policies, one at a time, that gives something else. The zone is left out: what
     * other zone somebody has in mind only that person can say.
     *
     * @param keys the policies that the calculation knows
     * @param figures the calculation's figures by name, in text
     */
    public static List<RivalReading> of(
            Policies policies, Collection<String> keys, Function<Policies, Map<String, String>> figures) {
        Map<String, String> here = figures.apply(policies);
        List<RivalReading> rivals = new ArrayList<>();
        for (String key : keys) {
            for (String value : policies.rivals(key)) {
                try {
                    Map<String, String> others = differences(here, figures.apply(policies.with(Map.of(key, value))));
                    if (!others.isEmpty()) {
                        rivals.add(new RivalReading(key, value, others, null));
                    }
                } catch (Refusal refusal) {
                    rivals.add(new RivalReading(key, value, Map.of(), refusal.getMessage()));
                }
            }
        }
        return rivals;
    }

    /** These readings as far as they change a figure of the subject's own. */
    public static List<RivalReading> about(String subject, List<RivalReading> rivals) {
        List<RivalReading> about = new ArrayList<>();
        for (RivalReading rival : rivals) {
            Map<String, String> own = new LinkedHashMap<>(rival.figures);
            own.keySet().removeIf(name -> !(name + ".").contains("." + subject + "."));
            if (!own.isEmpty() || rival.refusal != null) {
                about.add(new RivalReading(rival.policy, rival.value, own, rival.refusal));
            }
        }
        return about;
    }

    private static Map<String, String> differences(Map<String, String> here, Map<String, String> there) {
        Map<String, String> differences = new LinkedHashMap<>();
        there.forEach((name, figure) -> {
            if (!figure.equals(here.get(name))) {
                differences.put(name, figure);
            }
        });
        here.keySet().stream().filter(name -> !there.containsKey(name)).forEach(name -> differences.put(name, null));
        return differences;
    }
}
