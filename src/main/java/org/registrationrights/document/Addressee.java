package org.registrationrights.document;

import java.util.List;

/**
 * To whom a letter goes.
 *
 * @param lines the postal address; none for one who is reached otherwise
 * @param way how it is to go out, for the reader to see; null where nothing turns on it
 */
public record Addressee(String name, List<String> lines, String way) {}
