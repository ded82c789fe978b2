package org.registrationrights.suspension;

import java.time.Instant;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Refusal;

/**
 * Something that may have made the prospectus in use misleading (4(c)). The row outlives its process, and its offering's.
 *
 * @param discoveredAt when the Company came to know of it
 * @param assessment what counsel makes of it; null until then
 * @param correctedBy the event whose correction corrects this one too, often its own; null while there is none
 */
public record SuspensionEvent(
        String id,
        String offeringId,
        String description,
        Instant discoveredAt,
        String recordedBy,
        State state,
        Assessment assessment,
        String correctedBy,
        RestGivenUp restGivenUp) {

    public enum State {
        /** Counsel is asked. */
        ASSESSMENT,
        /** Counsel found that no notice is owed. */
        NO_NOTICE_OWED,
        /** The Holders are told, and stop until each has the corrected prospectus. */
        OPEN,
        CLOSED
    }

    /** Why the Company does not wait for the old prospectuses that are still out (2.6). */
    public record RestGivenUp(String ground, String by) {}

    /**
     * Counsel's judgment (4(c)): a notice is owed where all three questions are answered by yes.
     *
     * @param prospectusRequired whether a prospectus has to be delivered at this time
     * @param defect what is wrong with the prospectus as it stands
     * @param material whether it matters
     * @param returnDirected whether the Company directs that old prospectuses be returned (2.6); the notice says so
     * @param told what the notice says of the matter; null where nothing can be said without making it public
     */
    public record Assessment(
            boolean prospectusRequired,
            Defect defect,
            boolean material,
            boolean returnDirected,
            String told,
            String reasons,
            String assessedBy,
            Instant assessedAt) {

        /** @throws Refusal for a direction to Holders who are not told of anything */
        public Assessment {
            if (returnDirected && !(prospectusRequired && defect != Defect.NONE && material)) {
                throw Refusal.invalid(
                        "returnDirected", "goes with a notice, and on these answers none is owed", Clause.S2_6_C);
            }
        }

        public boolean noticeOwed() {
            return prospectusRequired && defect != Defect.NONE && material;
        }
    }

    public enum Defect {
        UNTRUE_STATEMENT,
        OMISSION,
        NONE
    }

    /** Whether counsel found that the Holders must be told. */
    public boolean noticeOwed() {
        return assessment != null && assessment.noticeOwed();
    }

    public boolean returnDirected() {
        return assessment != null && assessment.returnDirected();
    }
}
