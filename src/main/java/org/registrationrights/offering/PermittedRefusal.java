package org.registrationrights.offering;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;
import org.registrationrights.offering.HolderRequest.Kind;

/** The grounds on which the Company may refuse what a selling Holder asks for. There are no others. */
@Implements({Clause.S4_A, Clause.S4_B, Clause.S4_G, Clause.S4_H})
public enum PermittedRefusal {
    /** The Company would have to qualify there to do business, and is not qualified yet. */
    QUALIFICATION_TO_DO_BUSINESS("The Company would have to qualify to do business there", Kind.BLUE_SKY),
    /** It would have to accept process there in suits that do not arise from this offering, and does not yet. */
    GENERAL_SERVICE_OF_PROCESS("The Company would have to accept service of process at large there", Kind.BLUE_SKY),
    /** A finding: qualifying there takes more than reasonable efforts. */
    BEYOND_REASONABLE_EFFORTS("It takes more than reasonable efforts", Kind.BLUE_SKY),
    /** None was given, or none that is commercially reasonable. */
    NO_CONFIDENTIALITY_AGREEMENT("No commercially reasonable confidentiality agreement", Kind.INSPECTION),
    /** The Company has asked the SEC to keep it confidential. */
    CONFIDENTIAL_TREATMENT("Confidential treatment was asked of the SEC", Kind.FILINGS),
    /** A finding: 4(a), 4(b) and 4(g) bind to what is asked reasonably. Filings are owed to whoever sells and asks. */
    NOT_REASONABLY_REQUESTED("Not reasonably asked for", Kind.DOCUMENTS, Kind.BLUE_SKY, Kind.INSPECTION),
    /** A finding: there is no such paper, or the Company does not have it. */
    NOT_IN_POSSESSION("Not in the Company's possession", Kind.DOCUMENTS, Kind.INSPECTION),
    /** The rights are a selling Holder's; this one was, and is so no more. */
    NO_LONGER_SELLING("The Holder does not sell any more", Kind.values());

    private final String title;
    private final Set<Kind> kinds;

    PermittedRefusal(String title, Kind... kinds) {
        this.title = title;
        this.kinds = Set.of(kinds);
    }

    public static List<PermittedRefusal> of(Kind kind) {
        return Arrays.stream(values())
                .filter(ground -> ground.kinds.contains(kind))
                .toList();
    }

    /** Whether it lies in the state, so that it holds for every Holder alike. */
    public boolean concernsState() {
        return this == QUALIFICATION_TO_DO_BUSINESS
                || this == GENERAL_SERVICE_OF_PROCESS
                || this == BEYOND_REASONABLE_EFFORTS;
    }

    /** As people read it. */
    public String title() {
        return title;
    }
}
