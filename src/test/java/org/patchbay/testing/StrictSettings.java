package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Strict settings, which all tests of other settings than the standard ones share, since each profile costs a start.
 */
public class StrictSettings implements QuarkusTestProfile {

    public static final int MOST_FAILURES = 3;
    public static final int MOST_FAILURES_PER_ADDRESS = 5;
    public static final int MOST_FAILURES_PER_ACCOUNT = 8;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "patchbay.auth.sign-up-enabled",
                "false",
                "patchbay.auth.max-failures",
                Integer.toString(MOST_FAILURES),
                "patchbay.auth.max-failures-per-address",
                Integer.toString(MOST_FAILURES_PER_ADDRESS),
                "patchbay.auth.max-failures-per-account",
                Integer.toString(MOST_FAILURES_PER_ACCOUNT),
                "quarkus.http.proxy.proxy-address-forwarding",
                "true",
                "patchbay.attachments.scanner",
                scanner(),
                "patchbay.tickets.resolvable-by",
                "HOLDER",
                "patchbay.tickets.reopen-within",
                "PT0S");
    }

    /** Nobody is there until a test listens. */
    private static String scanner() {
        try {
            return "127.0.0.1:" + FreePort.any();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
