package org.registrationrights.web;

import java.util.Set;

/** Claims and disputes are for counsel and finance, and hidden from those who may see every other case. */
final class Confidential {

    static final Set<String> READERS = Set.of("counsel", "finance");

    /** Who may read what stands under the id of a matter, or of a letter in it. */
    static final String MATTER_READERS = "#id.matches('(CLM|DSP)-.*') ? hasAnyAuthority('counsel', 'finance')"
            + " : hasAnyAuthority('counsel', 'corporate-secretary', 'holder-services', 'camunda-admin')";

    /** Who may enter evidence of such a letter. */
    static final String LETTER_WRITERS = "#id.matches('(CLM|DSP)-.*') ? hasAuthority('counsel')"
            + " : hasAnyAuthority('holder-services', 'corporate-secretary', 'camunda-admin')";

    private Confidential() {}
}
