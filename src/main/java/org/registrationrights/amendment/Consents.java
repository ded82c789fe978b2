package org.registrationrights.amendment;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * The written consents to an amendment or a waiver, and the Registrable Shares of one day that they are measured by
 * (11.3).
 *
 * @param registrable every Holder's Registrable Shares on that day, whether or not it answered
 * @param consenting the Holders that consented; one that is named twice consented once
 */
public record Consents(Map<String, BigInteger> registrable, List<String> consenting, Boolean companyConsent) {

    /** @throws Refusal for a field that is missing, an id that is blank, and shares that are missing or negative */
    public Consents {
        Refusal.required("registrable", registrable, Clause.S11_3_A);
        registrable.forEach((holder, shares) -> {
            if (holder == null || holder.isBlank()) {
                throw Refusal.invalid("registrable", "names a Holder without an id", Clause.S11_3_A);
            }
            Refusal.required("registrable." + holder, shares, Clause.S11_3_A);
            if (shares.signum() < 0) {
                throw Refusal.invalid("registrable." + holder, shares + " is negative", Clause.S11_3_A);
            }
        });
        Refusal.required("consenting", consenting, Clause.S11_3_A);
        for (int i = 0; i < consenting.size(); i++) {
            if (consenting.get(i) == null || consenting.get(i).isBlank()) {
                throw Refusal.invalid("consenting[" + i + "]", "is required", Clause.S11_3_A);
            }
        }
        Refusal.required("companyConsent", companyConsent, Clause.S11_3_A);
        registrable = Collections.unmodifiableMap(new LinkedHashMap<>(registrable));
        consenting = List.copyOf(consenting);
    }

    /** Those that consented, once each. */
    Set<String> consentingOnce() {
        return new LinkedHashSet<>(consenting);
    }

    /** None for a consent of one who holds no share any more. */
    BigInteger sharesOf(String holder) {
        return registrable.getOrDefault(holder, BigInteger.ZERO);
    }
}
