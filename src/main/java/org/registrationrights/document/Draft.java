package org.registrationrights.document;

/**
 * A letter or paper in words: what it says is settled, and only to be typeset.
 *
 * @param html a well-formed page, without the style that all share
 */
public record Draft(DocumentKind kind, String html) {

    public String sha256() {
        return Sha256.of(html);
    }
}
