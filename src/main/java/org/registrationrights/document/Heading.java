package org.registrationrights.document;

import java.time.LocalDate;

/**
 * What stands above a letter.
 *
 * @param reference the file reference: the id under which evidence of its delivery is recorded
 * @param date of the letter, in Los Angeles
 */
public record Heading(String reference, LocalDate date, Addressee to) {}
