package org.registrationrights.register;

import java.time.Instant;
import java.time.LocalDate;
import org.registrationrights.agreement.Clause;
import org.registrationrights.agreement.Implements;

/**
 * An address of record and how the Company came by it. All but the address is null for one that came with the register.
 *
 * @param givenOn the day on which the notice that names it was given (11.1)
 * @param copyToCounsel whether the Company's counsel was sent a copy of that notice (11.1(a))
 */
@Implements({Clause.S11_1_B, Clause.S11_1_C})
public record AddressChange(
        HolderAddress address, LocalDate givenOn, Boolean copyToCounsel, Instant recordedAt, String recordedBy) {}
