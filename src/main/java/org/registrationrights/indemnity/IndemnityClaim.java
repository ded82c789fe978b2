package org.registrationrights.indemnity;

import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * A claim for indemnity, as people have found the facts (3.1, 3.2).
 *
 * @param sharesRegistered whether Registrable Shares have been registered
 * @param indemnitor {@link #COMPANY}, or a Holder's id
 * @param claimant who asks, by its id
 * @param relianceOnInfoFrom whose information the statement or omission follows, by its id; null for nobody's
 * @param infoInWritingForUse whether it was given in writing for use in the papers; true unless said otherwise
 * @param claimantBreachCaused whether the claimant's breach of the agreement brought it about; false, as all that
 *     follow, unless said otherwise
 * @param settled whether the action has been settled
 */
public record IndemnityClaim(
        Boolean sharesRegistered,
        Basis basis,
        String indemnitor,
        String claimant,
        String relianceOnInfoFrom,
        Boolean infoInWritingForUse,
        Boolean claimantBreachCaused,
        Boolean settled,
        Boolean indemnitorConsented,
        Boolean consentUnreasonablyWithheld) {

    /** Stands for the Company where a Holder would be named by its id. */
    public static final String COMPANY = "COMPANY";

    /** What the claim rests on. */
    public enum Basis {
        UNTRUE_STATEMENT,
        OMISSION,
        VIOLATION_OF_LAW
    }

    /** @throws Refusal for what is missing, and for one who would indemnify itself */
    public IndemnityClaim {
        Refusal.required("sharesRegistered", sharesRegistered, Clause.S3_1_A);
        Refusal.required("basis", basis, Clause.S3_1_A);
        Checks.id("indemnitor", indemnitor);
        Checks.id("claimant", claimant);
        if (claimant.equals(indemnitor)) {
            throw Refusal.invalid("claimant", "'" + claimant + "' would indemnify itself", Clause.S3_1_A);
        }
        if (relianceOnInfoFrom != null) {
            Checks.id("relianceOnInfoFrom", relianceOnInfoFrom);
        }
        infoInWritingForUse = infoInWritingForUse == null || infoInWritingForUse;
        claimantBreachCaused = claimantBreachCaused != null && claimantBreachCaused;
        settled = settled != null && settled;
        indemnitorConsented = indemnitorConsented != null && indemnitorConsented;
        consentUnreasonablyWithheld = consentUnreasonablyWithheld != null && consentUnreasonablyWithheld;
    }
}
