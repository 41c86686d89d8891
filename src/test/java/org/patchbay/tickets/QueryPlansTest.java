package org.patchbay.tickets;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/** Hibernate plans a query the first time it meets it, and no more: tickets do not pay for plans. */
@QuarkusTest
class QueryPlansTest {

    @Inject
    SessionFactory factory;

    @Inject
    Scheduler scheduler;

    @AfterEach
    void countNoLonger() {
        factory.getStatistics().setStatisticsEnabled(false);
        scheduler.resume();
    }

    @Test
    void theNextTicketIsServedByThePlansOfThoseBefore() {
        scheduler.pause();
        var house = TestOrganisation.ofNewOrganisation();
        var agent = house.availableAgent();
        for (int i = 0; i < 3; i++) {
            serve(house, agent);
        }
        var statistics = factory.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        serve(house, agent);
        var planned = Arrays.stream(statistics.getQueries())
                .filter(query -> statistics.getQueryStatistics(query).getPlanCacheMissCount() > 0)
                .toList();
        assertEquals(List.of(), planned);
        assertEquals(0, statistics.getQueryPlanCacheMissCount());
        assertTrue(statistics.getQueryPlanCacheHitCount() > 10);
    }

    private static void serve(TestOrganisation house, TestOrganisation.Person agent) {
        long ticket = house.ticket(house.customer());
        house.awaitHeldBy(agent, ticket);
        agent.asks().get(API + "/tickets?status=IN_PROGRESS").then().statusCode(200);
        agent.takes("resolve", ticket).then().statusCode(200);
    }
}
