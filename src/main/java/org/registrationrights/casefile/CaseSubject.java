package org.registrationrights.casefile;

import org.registrationrights.agreement.Refusal;

/**
 * What an entry stands under; asked for, what all that is given must be the entry's.
 *
 * @param holderId null where it concerns no single Holder
 * @param matterId a claim, a dispute, a stand-off, a 4(c) event, a transfer or an amendment, by its own id; null for none
 */
public record CaseSubject(String offeringId, String holderId, String matterId) {

    public CaseSubject {
        if (offeringId == null && holderId == null && matterId == null) {
            throw Refusal.invalid("subject", "needs an offering, a Holder or a matter");
        }
    }

    public static CaseSubject offering(String offeringId) {
        return new CaseSubject(offeringId, null, null);
    }

    public static CaseSubject holder(String holderId) {
        return new CaseSubject(null, holderId, null);
    }

    public static CaseSubject matter(String matterId) {
        return new CaseSubject(null, null, matterId);
    }

    /** The same in an offering. */
    public CaseSubject in(String offering) {
        return new CaseSubject(offering, holderId, matterId);
    }

    /** The same in a matter. */
    public CaseSubject about(String matter) {
        return new CaseSubject(offeringId, holderId, matter);
    }

    /** The same of one Holder. */
    public CaseSubject of(String holder) {
        return new CaseSubject(offeringId, holder, matterId);
    }
}
