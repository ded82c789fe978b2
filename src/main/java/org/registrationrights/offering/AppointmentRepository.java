package org.registrationrights.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.registrationrights.offering.Appointment.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfer agent, registrar and CUSIP number of an offering, as each was provided; all are kept (4(e)). */
@Repository
public class AppointmentRepository {

    private final JdbcClient jdbc;

    AppointmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(String offeringId, List<Appointment> appointments, Instant recordedAt, String recordedBy) {
        for (Appointment appointment : appointments) {
            jdbc.sql("""
                    INSERT INTO appointment (offering_id, kind, appointee, provided_on, recorded_at, recorded_by)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            offeringId,
                            appointment.kind().name(),
                            appointment.appointee(),
                            appointment.providedOn(),
                            recordedAt.atOffset(ZoneOffset.UTC),
                            recordedBy)
                    .update();
        }
    }

    /** In the order in which they were recorded. */
    public List<Appointment> ofOffering(String offeringId) {
        return jdbc.sql("SELECT * FROM appointment WHERE offering_id = ? ORDER BY id")
                .param(offeringId)
                .query((row, number) -> new Appointment(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("appointee"),
                        row.getObject("provided_on", LocalDate.class)))
                .list();
    }

    /** The one of each kind that counts. */
    public Map<Kind, Appointment> latest(String offeringId) {
        Map<Kind, Appointment> latest = new LinkedHashMap<>();
        ofOffering(offeringId).forEach(appointment -> latest.put(appointment.kind(), appointment));
        return latest;
    }
}
