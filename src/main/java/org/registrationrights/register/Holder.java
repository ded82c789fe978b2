package org.registrationrights.register;

import java.math.BigInteger;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;

/**
 * A party to the agreement or a transferee, as it stands in the register. Whether it is a Holder in the sense of 1.2 is
 * another question on every day.
 *
 * @param joinderDeliveredOn when the Company received a transferee's first joinder, or null; signatories give none
 */
@Implements({Clause.P_A, Clause.S1_4_A})
public record Holder(
        String id,
        String name,
        PersonType personType,
        Role role,
        LocalDate joinderDeliveredOn,
        NoticeMethod preferredMethod) {

    /** What kind of person (1.4). */
    public enum PersonType {
        INDIVIDUAL,
        CORPORATION,
        PARTNERSHIP,
        ASSOCIATION,
        TRUST,
        ESTATE,
        OTHER
    }

    /** As what it comes to the agreement: by its own signature, or by Section 6. */
    public enum Role {
        OTT_SHAREHOLDER,
        OTT_WARRANT_HOLDER,
        TRANSFEREE
    }

    /** How it likes to be notified, among the ways that 11.1 gives an effective day. */
    public enum NoticeMethod {
        PERSONAL,
        FAX,
        MAIL
    }

    /**
     * Whether it is a Holder on a day on which it has so many Registrable Shares. Shares can be registrable in the
     * hands of a person who is none, such as a donee who has not joined.
     */
    @Implements({Clause.S1_2_A, Clause.S1_2_B})
    public boolean isHolder(BigInteger registrable, LocalDate day) {
        boolean joined = joinderDeliveredOn != null && !joinderDeliveredOn.isAfter(day);
        return registrable.signum() > 0 && (role != Role.TRANSFEREE || joined);
    }
}
