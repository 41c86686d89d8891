package org.patchbay.identity.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.identity.AuthConfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Without a good key of its own nothing starts. */
class SigningKeyTest {

    @TempDir
    Path folder;

    /** The part of the configuration that matters here. */
    private record Config(Path signingKeyFile, boolean createSigningKey) implements AuthConfig {

        @Override
        public Duration tokenLifetime() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration refreshLifetime() {
            return Duration.ofDays(1);
        }

        @Override
        public Duration refreshGrace() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int maxSessions() {
            return 1;
        }

        @Override
        public boolean signUpEnabled() {
            return false;
        }

        @Override
        public int maxFailures() {
            return 1;
        }

        @Override
        public int maxFailuresPerAccount() {
            return 1;
        }

        @Override
        public int maxFailuresPerAddress() {
            return 1;
        }

        @Override
        public Duration failureWindow() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int bcryptCost() {
            return 4;
        }
    }

    @Test
    void withoutAKeyProductionDoesNotStartAndSaysWhatToDo() {
        var missing = folder.resolve("signing-key.pem");
        var refusal = assertThrows(IllegalStateException.class, () -> new SigningKey(new Config(missing, false)));
        assertTrue(refusal.getMessage().contains(missing.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("openssl genpkey"), refusal.getMessage());
        assertTrue(Files.notExists(missing));
    }

    @Test
    void developmentMakesAKeyOnceForItsOwnerOnly() throws IOException {
        var file = folder.resolve("new/signing-key.pem");
        var made = new SigningKey(new Config(file, true));
        var read = new SigningKey(new Config(file, false));
        assertEquals(made.publicKey(), read.publicKey());
        assertEquals(made.publicKey(), new SigningKey(new Config(file, true)).publicKey());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals(2, Files.getPosixFilePermissions(file).size(), "read and write for the owner");
        }
        try (var files = Files.list(file.getParent())) {
            assertEquals(1, files.count(), "nothing is left over");
        }
    }

    @Test
    void weakAndForeignKeysAreRefused() throws IOException, GeneralSecurityException {
        var nonsense = Files.writeString(folder.resolve("nonsense.pem"), "-----BEGIN PRIVATE KEY-----\nbm8=\n");
        for (var file : new Path[] {pem("RSA", 1024), pem("EC", 256), nonsense}) {
            var refusal = assertThrows(IllegalStateException.class, () -> new SigningKey(new Config(file, false)));
            assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
        }
    }

    private Path pem(String algorithm, int bits) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        var key = generator.generateKeyPair().getPrivate().getEncoded();
        return Files.writeString(
                folder.resolve(algorithm + ".pem"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
    }
}
