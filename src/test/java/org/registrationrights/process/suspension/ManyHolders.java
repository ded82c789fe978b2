package org.registrationrights.process.suspension;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.registrationrights.process.piggyback.Story;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More Holders than one transaction takes, all with 1,000 shares under a statement that is effective. */
@TestComponent
public class ManyHolders {

    public static final int HOLDERS = SuspensionStart.BATCH + 5;

    private final Story story;
    private final JdbcClient jdbc;

    ManyHolders(Story story, JdbcClient jdbc) {
        this.story = story;
        this.jdbc = jdbc;
    }

    /** As if the line had been gone through: what comes after it does not care how. */
    public void begin() {
        List<String> sample = Story.sample().lines().toList();
        String pattern = sample.stream()
                .filter(line -> line.startsWith("H-7,"))
                .findFirst()
                .orElseThrow();
        story.begin(sample.get(0) + "\n"
                + ids().stream()
                        .map(id -> pattern.replace("H-7", id).replace("L-14", "L" + id.substring(1)))
                        .collect(Collectors.joining("\n")));
        jdbc.sql("""
                INSERT INTO offering (id, name, kind, underwritten, company_shares, determined_at, gate, phase,
                                      effective_at, transfer_agent)
                VALUES (?, 'Spring offering', 'PUBLIC_OFFERING', FALSE, 0, '2002-01-10T17:00:00Z', 'NOTICE_REQUIRED',
                        'EFFECTIVE', '2002-01-23T16:30:00Z', 'Example Transfer')
                """).param(Story.ID).update();
        jdbc.sql("""
                INSERT INTO allocation_round (offering_id, round, limitation_imposed, decided_at, decided_by, approved,
                                              approved_by)
                VALUES (?, 1, FALSE, '2002-01-23T16:00:00Z', 'underwriter', TRUE, 'counsel')
                """).param(Story.ID).update();
        for (String id : ids()) {
            jdbc.sql("""
                    INSERT INTO allocation_line (offering_id, round, holder_id, held, requested, allocated)
                    VALUES (?, 1, ?, 60000, 1000, 1000)
                    """).params(Story.ID, id).update();
        }
        story.now("2002-01-24T09:00:00-08:00");
    }

    public static List<String> ids() {
        return IntStream.rangeClosed(1, HOLDERS).mapToObj(i -> "H-" + i).toList();
    }
}
