package org.patchbay.calls;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.time.Times;

/**
 * The servers by which devices reach each other, with credentials that hold for ten minutes: those of coturn's
 * {@code use-auth-secret} (draft-uberti-behave-turn-rest-00).
 */
@ApplicationScoped
class IceServers {

    private static final Duration VALID = Duration.ofMinutes(10);
    private static final String HMAC = "HmacSHA1";

    private final CallsConfig config;

    IceServers(CallsConfig config) {
        this.config = config;
    }

    List<IceServerView> forLeg(long leg) {
        var servers = new ArrayList<IceServerView>();
        config.stun().ifPresent(urls -> servers.add(new IceServerView(urls, null, null)));
        config.turn().ifPresent(urls -> servers.add(turn(urls, leg)));
        return servers;
    }

    private IceServerView turn(List<String> urls, long leg) {
        var secret = config.turnSecret()
                .orElseThrow(() -> new IllegalStateException("patchbay.calls.turn needs patchbay.calls.turn-secret"));
        var username = Times.now().plus(VALID).getEpochSecond() + ":" + leg;
        return new IceServerView(urls, username, signed(username, secret));
    }

    private static String signed(String username, String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
