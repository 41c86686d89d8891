package org.patchbay.testing;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A house that trusts nobody; all tests of other settings than the standard ones share it, since each costs a start. */
public class StrictSettings implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "patchbay.agents.lost-after", "PT8S",
                "patchbay.agents.signed-out-after", "PT2S",
                "patchbay.agents.look-every", "1s",
                "quarkus.cache.caffeine.\"signs-of-life\".expire-after-write", "1S",
                "patchbay.auth.sign-up-enabled", "false",
                "patchbay.auth.max-failures-per-address", "5",
                "patchbay.auth.failure-window", "PT8S",
                "patchbay.tickets.resolvable-by", "HOLDER",
                "patchbay.tickets.reopen-within", "PT0S");
    }
}
