package org.registrationrights.dispute;

import java.time.Instant;
import java.util.List;

/**
 * Who was found to prevail: the party with the greater relief, or nobody (11.6, Civ. Code 1717). A person's finding.
 *
 * @param prevailing ids of parties; none where nobody prevails
 */
public record PrevailingFinding(List<String> prevailing, String ground, String foundBy, Instant foundAt) {

    public PrevailingFinding {
        prevailing = List.copyOf(prevailing);
    }
}
