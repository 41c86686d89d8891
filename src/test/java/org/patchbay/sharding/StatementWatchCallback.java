package org.patchbay.sharding;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Fails the test in which the application sent what it must not. */
public final class StatementWatchCallback implements QuarkusTestAfterEachCallback {

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var faults = StatementWatch.takeFaults();
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    "Statements of no single organisation (src/docs/guide/scaling.md):\n" + String.join("\n", faults));
        }
    }
}
