package org.registrationrights.offering;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which included Holders must sign the underwriting agreement, and which have (2.2). */
@Repository
public class SignatureRepository {

    /** @param signedOn null while the signature is missing */
    public record Signature(String holderId, LocalDate signedOn, String evidence) {}

    /** A signature that is missing, and the last day that the Company gives the Holder for it. */
    public record Missing(String holderId, LocalDate dueOn) {

        public boolean overdue(LocalDate today) {
            return dueOn.isBefore(today);
        }
    }

    public record Awaited(String offeringId, String holderId, LocalDate dueOn) {}

    private final JdbcClient jdbc;

    SignatureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks those that have not signed and were not asked before; whoever need not sign any longer is not asked. */
    public void due(String offeringId, Collection<String> holderIds, LocalDate dueOn) {
        missing(offeringId).stream()
                .map(Missing::holderId)
                .filter(holderId -> !holderIds.contains(holderId))
                .forEach(holderId -> jdbc.sql("DELETE FROM holder_signature WHERE offering_id = ? AND holder_id = ?")
                        .params(offeringId, holderId)
                        .update());
        Set<String> asked = all(offeringId).stream().map(Signature::holderId).collect(Collectors.toSet());
        holderIds.stream()
                .filter(holderId -> !asked.contains(holderId))
                .forEach(holderId -> jdbc.sql(
                                "INSERT INTO holder_signature (offering_id, holder_id, due_on) VALUES (?, ?, ?)")
                        .params(offeringId, holderId, dueOn)
                        .update());
    }

    public void waitUntil(String offeringId, String holderId, LocalDate dueOn) {
        jdbc.sql("UPDATE holder_signature SET due_on = ? WHERE offering_id = ? AND holder_id = ?")
                .params(dueOn, offeringId, holderId)
                .update();
    }

    /** None of them counts any longer: the agreement will be another. */
    public void discard(String offeringId) {
        jdbc.sql("DELETE FROM holder_signature WHERE offering_id = ?")
                .param(offeringId)
                .update();
    }

    /** By Holder. */
    public List<Missing> missing(String offeringId) {
        return jdbc.sql("""
                SELECT * FROM holder_signature WHERE offering_id = ? AND signed_on IS NULL ORDER BY holder_id
                """)
                .param(offeringId)
                .query((row, number) ->
                        new Missing(row.getString("holder_id"), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /**
     * Missing signatures of offerings that were not withdrawn.
     *
     * @param offeringId null for those in all offerings
     */
    public List<Awaited> awaited(String offeringId) {
        return jdbc.sql("SELECT s.* FROM holder_signature s JOIN offering o ON o.id = s.offering_id"
                        + " WHERE s.signed_on IS NULL AND s.due_on IS NOT NULL AND o.withdrawn_at IS NULL"
                        + (offeringId == null ? "" : " AND s.offering_id = :offering"))
                .param("offering", offeringId)
                .query((row, number) -> new Awaited(
                        row.getString("offering_id"),
                        row.getString("holder_id"),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** @throws Refusal for a Holder that need not sign and for one that has signed */
    public void sign(String offeringId, List<Signature> signatures) {
        Map<String, Signature> due =
                all(offeringId).stream().collect(Collectors.toMap(Signature::holderId, Function.identity()));
        for (int i = 0; i < signatures.size(); i++) {
            Signature signature = signatures.get(i);
            String field = "signatures[" + i + "].holderId";
            Signature before = due.put(signature.holderId(), signature);
            if (before == null) {
                throw Refusal.unknown(field, signature.holderId() + " need not sign in offering " + offeringId);
            }
            if (before.signedOn() != null) {
                throw Refusal.conflict(
                        field, signature.holderId() + " has already signed, on " + before.signedOn(), Clause.S2_2_A);
            }
            jdbc.sql("""
                    UPDATE holder_signature SET signed_on = ?, evidence = ? WHERE offering_id = ? AND holder_id = ?
                    """)
                    .params(signature.signedOn(), signature.evidence(), offeringId, signature.holderId())
                    .update();
        }
    }

    /** By Holder, those still missing among them. */
    public List<Signature> all(String offeringId) {
        return jdbc.sql("SELECT * FROM holder_signature WHERE offering_id = ? ORDER BY holder_id")
                .param(offeringId)
                .query((row, number) -> new Signature(
                        row.getString("holder_id"),
                        row.getObject("signed_on", LocalDate.class),
                        row.getString("evidence")))
                .list();
    }
}
