package org.registrationrights.arithmetic;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Finds the first few of many without sorting all. */
public final class Selection {

    private Selection() {}

    /**
     * Rearranges a random-access list so that its first {@code count} elements are those that come first in the order,
     * themselves in no order. Expected time is linear; an order without ties makes the choice unique.
     */
    public static <T> void first(int count, List<T> all, Comparator<? super T> order) {
        // A random pivot leaves no input that is slow; a fixed seed makes every run alike.
        Random pivots = new Random(0);
        int from = 0;
        int to = all.size();
        while (from < count && count < to) {
            T pivot = all.get(from + pivots.nextInt(to - from));
            int left = from;
            int right = to - 1;
            while (left <= right) {
                while (order.compare(all.get(left), pivot) < 0) {
                    left++;
                }
                while (order.compare(all.get(right), pivot) > 0) {
                    right--;
                }
                if (left <= right) {
                    Collections.swap(all, left++, right--);
                }
            }
            if (count <= right) {
                to = right + 1;
            } else if (count >= left) {
                from = left;
            } else {
                return;
            }
        }
    }
}
