package org.patchbay.routing;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.patchbay.sharding.StatementWatch;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The statements of the road that is walked before a replica is ready: opening, matching, lists, resolution. */
@QuarkusTest
class HotPathStatementsTest {

    private static final int FEWEST = 50;

    @Inject
    Rehearsal rehearsal;

    @Test
    void eachOfThemNamesItsOrganisationWithoutException() {
        var sent = StatementWatch.sentHere(rehearsal::walk);
        assertTrue(sent.size() > FEWEST, () -> "only " + sent);
        assertEquals(
                List.of(),
                sent.stream().filter(StatementWatch::namesNoOrganisation).toList());
    }
}
