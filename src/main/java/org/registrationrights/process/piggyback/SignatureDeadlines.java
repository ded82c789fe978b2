package org.registrationrights.process.piggyback;

import java.time.Instant;
import java.util.List;
import org.registrationrights.agreement.Agreement;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.deadline.Deadline;
import org.registrationrights.deadline.Deadline.SetBy;
import org.registrationrights.deadline.RunningDeadlines;
import org.registrationrights.explanation.Explanation;
import org.registrationrights.offering.SignatureRepository;
import org.registrationrights.offering.SignatureRepository.Awaited;
import org.springframework.stereotype.Component;

/** Signatures of included Holders under the underwriting agreement that are missing (2.2). */
@Component
@Implements(Clause.S2_2_A)
class SignatureDeadlines implements RunningDeadlines {

    private final SignatureRepository signatures;
    private final Agreement agreement;

    SignatureDeadlines(SignatureRepository signatures, Agreement agreement) {
        this.signatures = signatures;
        this.agreement = agreement;
    }

    @Override
    public List<Deadline> running(String offeringId, Instant now) {
        return signatures.awaited(offeringId).stream().map(this::deadline).toList();
    }

    private Deadline deadline(Awaited signature) {
        return new Deadline(
                "signature:" + signature.offeringId() + ":" + signature.holderId(),
                "Holder is to sign the underwriting agreement",
                SetBy.COMPANY,
                Clause.S2_2_A,
                signature.offeringId(),
                signature.holderId(),
                null,
                null,
                Explanation.withoutPolicies()
                        .step(Clause.S2_2_A, "the day that the Company, or counsel, has given; the agreement sets none")
                        .gives("dueOn", signature.dueOn())
                        .steps(),
                signature.dueOn(),
                agreement.endOf(signature.dueOn()),
                "the signature or a decision of counsel");
    }
}
