package org.registrationrights.register;

import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;

/**
 * Where a Holder is notified from a day on, until a later address takes over (11.1).
 *
 * @param fax null if it has none
 * @param email for courtesy copies alone, since e-mail is no notice; null if it has none
 * @param documentReference the paper that gives the address: an Acknowledgement, Joinder and Release, a Warrant Holder
 *     Agreement, a joinder (11.1(b) to (d)), or the notice that changed it
 */
@Implements(Clause.S11_1_C)
public record HolderAddress(
        String holderId,
        String street,
        String city,
        String state,
        String zip,
        String fax,
        String email,
        String documentReference,
        LocalDate validFrom) {}
