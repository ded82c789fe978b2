package org.registrationrights.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short while that a password was right. A program sends it with every request, and the slow hash
 * would cost it a tenth of a second of a core each time. A changed password lives on for {@link #LIFE} at most.
 */
final class VerifiedCredentials {

    static final Duration LIFE = Duration.ofSeconds(30);
    static final int MOST = 1_000;

    private final LongSupplier nanoTime;
    private final SecretKeySpec secret;
    private final Map<ByteBuffer, Long> expiries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
            return size() > MOST;
        }
    };

    /** @param nanoTime not the application's clock, which the demonstration moves */
    VerifiedCredentials(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, "HmacSHA256");
    }

    /** Whether the pair was right a short while ago or is now. */
    boolean verify(String user, String password, BooleanSupplier slowly) {
        ByteBuffer pair = digest(user, password);
        long now = nanoTime.getAsLong();
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
