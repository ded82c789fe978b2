package org.registrationrights.offering;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.registrationrights.offering.ProspectusDelivery.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which copies of which prospectus went to which selling Holder (4(a)). */
@Repository
public class ProspectusRepository {

    private final JdbcClient jdbc;

    ProspectusRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(
            String offeringId, Collection<ProspectusDelivery> furnished, Instant recordedAt, String recordedBy) {
        for (ProspectusDelivery delivery : furnished) {
            jdbc.sql("""
                    INSERT INTO prospectus_delivery
                        (offering_id, holder_id, kind, version, furnished_on, copies, how, evidence, recorded_at,
                         recorded_by)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            delivery.holderId(),
                            delivery.kind().name(),
                            delivery.version(),
                            delivery.furnishedOn(),
                            new BigDecimal(delivery.copies()),
                            delivery.how(),
                            delivery.evidence(),
                            recordedAt.atOffset(ZoneOffset.UTC),
                            recordedBy)
                    .update();
        }
    }

    /** By Holder, each in the order of recording. */
    public List<ProspectusDelivery> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM prospectus_delivery WHERE offering_id = ? ORDER BY holder_id, id")
                .param(offeringId)
                .query((row, number) -> new ProspectusDelivery(
                        row.getString("holder_id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("version"),
                        row.getObject("furnished_on", LocalDate.class),
                        row.getBigDecimal("copies").toBigIntegerExact(),
                        row.getString("how"),
                        row.getString("evidence")))
                .list();
    }
}
