package org.patchbay.identity;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;

/** Settings of sign-in. */
@ConfigMapping(prefix = "patchbay.auth")
public interface AuthConfig {

    /**
     * An RSA private key (PKCS#8, PEM) that signs tokens; every replica has the same. Production does not start without
     * it.
     */
    Path signingKeyFile();

    /** Whether to make the key where the file is absent: for trials, not for production. */
    boolean createSigningKey();

    /** How long an access token is valid; the refresh token of its session gets the next one. */
    Duration tokenLifetime();

    /** How long a session lasts without a request for another access token. */
    Duration refreshLifetime();

    /** How long after a refresh the token before gets the same answer again: two may ask at once, answers get lost. */
    Duration refreshGrace();

    /** Sessions of one account; a new one ends the least recently used. */
    @Min(1)
    int maxSessions();

    /** Whether customers may make their own accounts. */
    boolean signUpEnabled();

    /** Wrong passwords for one account within the window from one address or device, which must wait after them. */
    int maxFailures();

    /** Wrong passwords for one account from all strangers together; higher, because its owner may be a stranger too. */
    int maxFailuresPerAccount();

    /** Wrong passwords from one address within the window; higher, because an office shares an address. */
    int maxFailuresPerAddress();

    /** How long a wrong password counts. */
    Duration failureWindow();

    /** Rounds of bcrypt as a power of two; each further one doubles the time that a password takes to check. */
    int bcryptCost();
}
