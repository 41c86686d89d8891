package org.patchbay.sharding;

import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The watch sees what the application sends. Else all tests would say nothing. */
@QuarkusTest
class StatementWatchTest {

    private static final String TICKETS = "select count(*) from ticket where organisation_id = :organisation";

    @Inject
    CurrentOrganisation currentOrganisation;

    @Test
    void aStatementOfNoOrganisationIsSeen() {
        Transactions.inNew(() ->
                NativeSql.everywhere("select count(*) from ticket where 1 = 1").number());
        assertOnly("names no organisation: select count(*) from ticket where 1 = 1");
    }

    @Test
    void aTableThatIsReachedByIdIsSeen() {
        currentOrganisation.in(
                1,
                () -> Transactions.inNew(() -> NativeSql.of("select count(*) from ticket t"
                                + " join agent a on a.id = t.agent_id where t.organisation_id = :organisation")
                        .number()));
        assertOnly("does not name the organisation of [agent]");
    }

    @Test
    void aTransactionOfTwoOrganisationsIsSeen() {
        Transactions.inNew(() ->
                NativeSql.in(1, TICKETS).number() + NativeSql.in(2, TICKETS).number());
        assertOnly("a transaction of two organisations");
    }

    @Test
    void twoTransactionsOfOneEachAreRight() {
        for (long organisation : Set.of(1L, 2L)) {
            Transactions.inNew(() -> NativeSql.in(organisation, TICKETS).number());
        }
        assertEquals(Set.of(), StatementWatch.takeFaults());
    }

    private static void assertOnly(String fault) {
        var faults = StatementWatch.takeFaults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.iterator().next().contains(fault), faults::toString);
    }
}
