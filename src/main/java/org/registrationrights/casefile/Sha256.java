package org.registrationrights.casefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of fields in their order. Each goes in as a netstring, its length in bytes of UTF-8 before it, so that no two
 * sequences of fields read alike: {@code 5:H-999,} or, where there is none, {@code -,}.
 */
final class Sha256 {

    private final MessageDigest digest;

    private Sha256(MessageDigest digest) {
        this.digest = digest;
    }

    /** @return in hexadecimal digits */
    static String of(Object... fields) {
        Sha256 sha256 = new Sha256(algorithm());
        for (Object field : fields) {
            sha256.add(field);
        }
        return HexFormat.of().formatHex(sha256.digest.digest());
    }

    private void add(Object field) {
        if (field == null) {
            digest.update((byte) '-');
        } else {
            byte[] bytes = field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        digest.update((byte) ',');
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
