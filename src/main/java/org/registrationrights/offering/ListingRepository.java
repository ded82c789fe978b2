package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.offering.Listing.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Listings of an offering's shares, exchange by exchange; all that was recorded is kept (4(d)). */
@Repository
public class ListingRepository {

    private final JdbcClient jdbc;

    ListingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String offeringId, Collection<Listing> listings, Instant recordedAt, String recordedBy) {
        for (Listing listing : listings) {
            jdbc.sql("""
                    INSERT INTO listing
                        (offering_id, exchange, outcome, approved_on, evidence, ground, recorded_at, recorded_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            listing.exchange(),
                            listing.outcome().name(),
                            listing.approvedOn(),
                            listing.evidence(),
                            listing.ground(),
                            recordedAt.atOffset(ZoneOffset.UTC),
                            recordedBy)
                    .update();
        }
    }

    /** What counts of each exchange: what was recorded last. */
    public List<Listing> latest(String offeringId) {
        Map<String, Listing> latest = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM listing WHERE offering_id = ? ORDER BY id")
                .param(offeringId)
                .query((row, number) -> new Listing(
                        row.getString("exchange"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getObject("approved_on", LocalDate.class),
                        row.getString("evidence"),
                        row.getString("ground")))
                .list()
                .forEach(listing -> latest.put(listing.exchange(), listing));
        return List.copyOf(latest.values());
    }
}
