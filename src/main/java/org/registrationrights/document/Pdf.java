package org.registrationrights.document;

/** A typeset document. */
public record Pdf(byte[] bytes, int pages) {

    public static final String MEDIA_TYPE = "application/pdf";

    public String sha256() {
        return Sha256.of(bytes);
    }
}
