package org.registrationrights.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short while that a password was right. A program sends it with every request, and the slow hash
 * would cost it a tenth of a second of a core each time. A changed password lives on for {@link #LIFE} at most.
 */
final class VerifiedCredentials {

    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final int MOST = 1_000;

    private final SecretKeySpec secret;
    private final Map<ByteBuffer, Long> expiries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
            return size() > MOST;
        }
    };

    VerifiedCredentials() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Whether the pair was right a short while ago or is now. */
    boolean verify(String user, String password, BooleanSupplier slowly) {
        ByteBuffer pair = digest(user, password);
        // not the application's clock, which the demonstration moves
        long now = System.nanoTime();
        synchronized (expiries) {
            Long expiry = expiries.get(pair);
            if (expiry != null && now - expiry < 0) {
                return true;
            }
            expiries.remove(pair);
        }
        boolean right = slowly.getAsBoolean();
        if (right) {
            synchronized (expiries) {
                expiries.put(pair, now + LIFE.toNanos());
            }
        }
        return right;
    }

    private ByteBuffer digest(String user, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
