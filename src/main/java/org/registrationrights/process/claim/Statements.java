package org.registrationrights.process.claim;

import java.util.List;
import org.registrationrights.agreement.Refusal;
import org.registrationrights.indemnity.ClaimRepository;
import org.registrationrights.indemnity.ComplainedStatement;
import org.springframework.stereotype.Component;

/** The statements of a registration that somebody complains of. Whoever names one holds the offering. */
@Component
class Statements {

    private final ClaimRepository claims;

    Statements(ClaimRepository claims) {
        this.claims = claims;
    }

    List<ComplainedStatement> of(String offeringId) {
        return claims.statements(offeringId);
    }

    /**
     * One that is known by its id or by the same words, or else a new one.
     *
     * @throws Refusal for an id that nobody knows
     */
    ComplainedStatement named(String offeringId, ComplainedStatement.Entry entry) {
        List<ComplainedStatement> known = of(offeringId);
        if (entry.statementId() != null) {
            return known.stream()
                    .filter(statement -> statement.id().equals(entry.statementId()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.unknown(
                            "statementId",
                            "nobody has complained of a statement " + entry.statementId() + " in " + offeringId
                                    + "; give its document and words"));
        }
        ComplainedStatement entered =
                new ComplainedStatement("ST-" + (known.size() + 1), entry.document(), entry.words());
        // whether a fraud is about the same statement hangs on its being one
        return known.stream().filter(entered::isSameAs).findFirst().orElseGet(() -> {
            claims.add(offeringId, entered);
            return entered;
        });
    }
}
