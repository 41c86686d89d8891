package org.patchbay.identity.sessions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.AuthConfig;

import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;

/**
 * The key that signs our tokens, and the public key that checks them. Tokens are RS256: checked on every request,
 * signed a few times an hour, and RSA is several times cheaper to check than ECDSA.
 */
@ApplicationScoped
@Startup(Integer.MIN_VALUE)
public class SigningKey {

    private static final int KEY_BITS = 2048;

    private final RSAPrivateCrtKey privateKey;
    private final RSAPublicKey publicKey;

    SigningKey(AuthConfig config) {
        Path file = config.signingKeyFile();
        try {
            if (config.createSigningKey() && Files.notExists(file)) {
                create(file);
            }
            if (Files.notExists(file)) {
                throw new IllegalStateException("There is no token signing key at " + file.toAbsolutePath()
                        + ". Make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out " + file
                        + ", or name another by PATCHBAY_AUTH_SIGNING_KEY_FILE.");
            }
            var rsa = KeyFactory.getInstance("RSA");
            privateKey =
                    (RSAPrivateCrtKey) rsa.generatePrivate(new PKCS8EncodedKeySpec(decode(Files.readString(file))));
            publicKey = (RSAPublicKey)
                    rsa.generatePublic(new RSAPublicKeySpec(privateKey.getModulus(), privateKey.getPublicExponent()));
        } catch (IOException e) {
            throw new UncheckedIOException("The token signing key " + file + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(file + " is not an RSA private key in PKCS#8 PEM", e);
        }
        if (privateKey.getModulus().bitLength() < KEY_BITS) {
            throw new IllegalStateException(file + " has fewer than " + KEY_BITS + " bits");
        }
    }

    public RSAPrivateCrtKey privateKey() {
        return privateKey;
    }

    public RSAPublicKey publicKey() {
        return publicKey;
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var temporary = Files.createTempFile(folder, "signing-key", ".tmp");
        try {
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(temporary, pem);
            // Two instances that start at once must agree on one key: only one link succeeds.
            Files.createLink(file, temporary);
            Log.infof("Made a token signing key at %s", file.toAbsolutePath());
        } catch (FileAlreadyExistsException e) {
            Log.debugf("Another instance made %s", file);
        } finally {
            Files.delete(temporary);
        }
    }

    private static byte[] decode(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
