package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;

import io.smallrye.jwt.build.Jwt;

/** An identity provider that signs tokens with any claims a test wants (OpenID Connect). */
public final class FakeIdentityProvider implements AutoCloseable {

    public static final String CLIENT = "patchbay";
    private static final String KEY = "the only one";

    private final HttpServer server;
    private final KeyPair keys;

    private FakeIdentityProvider(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    public static FakeIdentityProvider start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var provider = new FakeIdentityProvider(server, generator.generateKeyPair());
            provider.answer("/.well-known/openid-configuration", provider.discovery());
            provider.answer("/keys", provider.published());
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An access token for our client. */
    public String token(String subject, Map<String, Object> claims) {
        return Jwt.claims(claims)
                .issuer(issuer())
                .subject(subject)
                .audience(CLIENT)
                .expiresIn(Duration.ofHours(1))
                .jws()
                .keyId(KEY)
                .sign(keys.getPrivate());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys"}
                """.formatted(issuer());
    }

    private String published() {
        var key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """.formatted(KEY, encoded(key.getModulus()), encoded(key.getPublicExponent()));
    }

    /** Without the byte that marks it as positive (RFC 7518, section 6.3.1). */
    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
