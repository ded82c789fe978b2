package org.registrationrights.register;

import java.math.BigInteger;

/** A Holder and its Registrable Shares on some day (1.2). */
public record Holding(Holder holder, BigInteger registrable) {}
