package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import static java.util.Map.entry;

/**
 * Strict settings, which all tests of other settings than the standard ones share, since each profile costs a start.
 */
public class StrictSettings implements QuarkusTestProfile {

    public static final int MOST_FAILURES = 3;
    public static final int MOST_FAILURES_PER_ADDRESS = 5;
    public static final int MOST_FAILURES_PER_ACCOUNT = 8;

    /** The name of the key of the bucket of files. */
    public static final String BUCKET_KEY = "somebody";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                entry("patchbay.auth.sign-up-enabled", "false"),
                entry("patchbay.auth.max-failures", Integer.toString(MOST_FAILURES)),
                entry("patchbay.auth.max-failures-per-address", Integer.toString(MOST_FAILURES_PER_ADDRESS)),
                entry("patchbay.auth.max-failures-per-account", Integer.toString(MOST_FAILURES_PER_ACCOUNT)),
                entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                entry("patchbay.attachments.scanner", nobody()),
                entry("patchbay.attachments.store", "s3"),
                entry("quarkus.s3.endpoint-override", "http://" + nobody()),
                entry("quarkus.s3.path-style-access", "true"),
                entry("quarkus.s3.aws.region", "eu-central-1"),
                entry("quarkus.s3.aws.credentials.type", "static"),
                entry("quarkus.s3.aws.credentials.static-provider.access-key-id", BUCKET_KEY),
                entry("quarkus.s3.aws.credentials.static-provider.secret-access-key", "something"),
                entry("patchbay.tickets.resolvable-by", "HOLDER"),
                entry("patchbay.tickets.reopen-within", "PT0S"));
    }

    /** An address where nobody is until a test listens. */
    private static String nobody() {
        try {
            return "127.0.0.1:" + FreePort.any();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
