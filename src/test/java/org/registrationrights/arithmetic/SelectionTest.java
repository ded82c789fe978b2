package org.registrationrights.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void theFirstFewAreThoseOfTheSortedList() {
        long seed = 3;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            List<Integer> sorted = random.ints(random.nextInt(40), 0, 1 + random.nextInt(60))
                    .boxed()
                    .sorted()
                    .toList();
            List<Integer> all = new ArrayList<>(sorted);
            Collections.shuffle(all, random);
            int count = random.nextInt(all.size() + 1);

            Selection.first(count, all, Comparator.naturalOrder());

            assertThat(all.subList(0, count))
                    .as("seed %d, case %d", seed, i)
                    .containsExactlyInAnyOrderElementsOf(sorted.subList(0, count));
            assertThat(all).containsExactlyInAnyOrderElementsOf(sorted);
        }
    }
}
