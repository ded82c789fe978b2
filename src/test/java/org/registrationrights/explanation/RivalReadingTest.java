package org.registrationrights.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.registrationrights.agreement.Policies;
import org.registrationrights.agreement.Policies.Rounding;
import org.registrationrights.agreement.Refusal;

class RivalReadingTest {

    /** A calculation whose figures follow the rounding, and that nothing can be computed by when dealt out. */
    private static Map<String, String> figures(Policies policies) {
        if (policies.redistribution() == Policies.Redistribution.WATERFILL) {
            throw Refusal.invalid("policies.redistribution", "cannot be used here");
        }
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("allocated.H-1", policies.rounding() == Rounding.FLOOR ? "1" : "2");
        figures.put("allocated.H-10", "7");
        figures.put("parity.floor.H-2", policies.rounding().toString());
        if (policies.rounding() == Rounding.LARGEST_REMAINDER) {
            figures.put("unallocated", "5");
        }
        return figures;
    }

    private static List<RivalReading> rivals() {
        return RivalReading.of(
                Policies.DEFAULTS,
                List.of("rounding", "redistribution", "denominator", "zone"),
                RivalReadingTest::figures);
    }

    @Test
    void tellsWhatWouldBeOtherAndWhatWouldNotBeThere() {
        Map<String, String> floor = new LinkedHashMap<>();
        floor.put("allocated.H-1", "1");
        floor.put("parity.floor.H-2", "FLOOR");
        floor.put("unallocated", null);
        Map<String, String> ceil = new LinkedHashMap<>();
        ceil.put("parity.floor.H-2", "CEIL_WITHIN_AVAILABLE");
        ceil.put("unallocated", null);
        assertThat(rivals())
                .containsExactly(
                        new RivalReading("rounding", "FLOOR", floor, null),
                        new RivalReading("rounding", "CEIL_WITHIN_AVAILABLE", ceil, null),
                        new RivalReading(
                                "redistribution",
                                "WATERFILL",
                                Map.of(),
                                "policies.redistribution: cannot be used here"));
    }

    @Test
    void tellsOneSubjectWhatConcernsIt() {
        assertThat(RivalReading.about("H-1", rivals()))
                .extracting(RivalReading::value, RivalReading::figures)
                .containsExactly(tuple("FLOOR", Map.of("allocated.H-1", "1")), tuple("WATERFILL", Map.of()));
        assertThat(RivalReading.about("H-2", rivals()))
                .extracting(RivalReading::value)
                .containsExactly("FLOOR", "CEIL_WITHIN_AVAILABLE", "WATERFILL");
    }
}
