package org.patchbay.tickets;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.TestOrganisation.API;

/** The statements of requests, once a replica has read the configuration that they need. */
@QuarkusTest
class RoundTripsTest {

    /** The standing of accounts has a cache of its own; a queue that is kept is locked. */
    private static final Pattern OF_CONFIGURATION = Pattern.compile("select (?:(?! from ).)+ from ("
            + "organisation|org_group|queue|routing_policy_version|membership|pool|tag|ticket_field|skill"
            + "|business_hours|channel_setting)\\b(?!.*([ ,]account | for share))");

    private TestOrganisation house;
    private Person customer;
    private Person agent;

    @BeforeEach
    void warmUp() {
        house = TestOrganisation.ofNewOrganisation();
        agent = house.availableAgent();
        customer = house.customer();
        resolve(open());
    }

    @Test
    void noConfigurationIsReadForATicketThatIsOpenedAndResolved() {
        var ticket = new long[1];
        var order = house.order(customer).number();
        var opening = StatementLog.during(() -> ticket[0] = open(order));
        var resolving = StatementLog.during(() -> resolve(ticket[0]));
        assertEquals(List.of(), ofConfiguration(opening), "opening");
        assertEquals(List.of(), ofConfiguration(resolving), "resolving");
    }

    @Test
    void aRequestOfStaffHasOneTransaction() {
        long ticket = open();
        var reading = StatementLog.during(() -> Wire.send(agent.token(), "GET", API + "/tickets/" + ticket, null)
                .as(200));
        var own = reading.stream()
                .filter(sent -> sent.sql().contains("from ticket "))
                .mapToLong(Sent::connection)
                .findFirst()
                .orElseThrow();
        assertEquals(
                1,
                reading.stream()
                        .filter(sent -> sent.connection() == own)
                        .map(Sent::sql)
                        .dropWhile(sql -> !sql.contains("from epoch"))
                        .filter("commit"::equals)
                        .count(),
                () -> reading.toString());
    }

    @Test
    void aChangeIsSeenByTheNextRequest() {
        long queue = house.queue("Returns");
        house.publish(house.policy(List.of(Map.of("name", "All", "queueId", queue))));
        var routed = Wire.send(agent.token(), "GET", API + "/tickets/" + open(), null)
                .as(200);
        assertEquals(queue, routed.json().path("queueId").asLong());
    }

    private long open() {
        return open(house.order(customer).number());
    }

    private long open(String order) {
        return Wire.send(customer.token(), "POST", API + "/tickets", Map.of("orderNumber", order, "reason", "DAMAGED"))
                .as(201)
                .json()
                .path("id")
                .asLong();
    }

    private void resolve(long ticket) {
        Wire.send(agent.token(), "POST", API + "/tickets/" + ticket + "/resolve", null)
                .as(200);
    }

    private static List<String> ofConfiguration(List<Sent> sent) {
        return sent.stream()
                .map(Sent::sql)
                .filter(sql -> OF_CONFIGURATION.matcher(sql).lookingAt())
                .toList();
    }
}
