package org.patchbay.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The rows that the life of a ticket writes: the ticket, its three events, its assignment, its agent and their seat.
 * One commit opens and claims, one resolves. Nothing is looked for, and nothing is locked that is not written.
 */
final class RowsOfALife implements BareLife {

    /** Numbers below zero, which no feed gives. */
    private static final String EVENT = "insert into event"
            + " (organisation_id, number, ticket_id, type, status, customer_id, group_id, queue_id, actor_name,"
            + " agent_id, holder_id, at) values";

    private final Connection connection;
    private final PreparedStatement open;
    private final PreparedStatement events;
    private final PreparedStatement assign;
    private final PreparedStatement load;
    private final PreparedStatement unseat;
    private final PreparedStatement resolve;
    private final PreparedStatement event;
    private final PreparedStatement end;
    private final PreparedStatement unload;
    private final PreparedStatement seat;

    RowsOfALife(Connection connection, Place place) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        var agents = " where organisation_id = " + place.organisation();
        open = connection.prepareStatement(
                ("insert into ticket (organisation_id, group_id, queue_id, pool_id, channel, status, reason, priority,"
                                + " note, customer_id, order_id, order_number, agent_id, opened_at, left_at,"
                                + " left_queue_id, updated_at, version) values (%d, %d, %d, %d, 'RETURN_CASE',"
                                + " 'IN_PROGRESS', 'DAMAGED', 3, 'The lamp arrived with a crack.', %d, ?, ?, %d,"
                                + " utc_timestamp(6), utc_timestamp(6), queue_id, utc_timestamp(6), 0)")
                        .formatted(
                                place.organisation(),
                                place.group(),
                                place.queue(),
                                place.pool(),
                                place.customer(),
                                place.agent()),
                Statement.RETURN_GENERATED_KEYS);
        var of = "%d, %d, %d".formatted(place.customer(), place.group(), place.queue());
        events = connection.prepareStatement(
                (EVENT + " (%1$d, -4 * ?, ?, 'OPENED', 'OPEN', %3$s, 'Customer 1', null, null, utc_timestamp(6)),"
                                + " (%1$d, -4 * ? - 1, ?, 'ASSIGNED', 'IN_PROGRESS', %3$s, null, %2$d, %2$d,"
                                + " utc_timestamp(6))")
                        .formatted(place.organisation(), place.agent(), of));
        assign = connection.prepareStatement(
                "insert into assignment (organisation_id, ticket_id, agent_id, status, units, assigned_at) values"
                        + " (%d, ?, %d, 'ACTIVE', 1, utc_timestamp(6))".formatted(place.organisation(), place.agent()));
        load = connection.prepareStatement("update agent set load_units = 1, idle_since = utc_timestamp(6),"
                + " seated = false, version = version + 1" + agents + " and id = " + place.agent());
        unseat = connection.prepareStatement("update seat set place = null, served_at = utc_timestamp(6)" + agents
                + " and agent_id = " + place.agent() + " and pool_id = " + place.pool());
        resolve = connection.prepareStatement("update ticket set status = 'RESOLVED', resolved_at = utc_timestamp(6),"
                + " updated_at = utc_timestamp(6), version = 1" + agents + " and id = ?");
        event = connection.prepareStatement(
                (EVENT + " (%1$d, -4 * ? - 2, ?, 'RESOLVED', 'RESOLVED', %3$s, 'Agent 1', %2$d, %2$d,"
                                + " utc_timestamp(6))")
                        .formatted(place.organisation(), place.agent(), of));
        end = connection.prepareStatement("update assignment set status = 'COMPLETED', ended_at = utc_timestamp(6)"
                + agents + " and live_ticket_id = ?");
        unload = connection.prepareStatement("update agent set load_units = 0, idle_since = utc_timestamp(6),"
                + " seated = true, version = version + 1" + agents + " and id = " + place.agent());
        seat = connection.prepareStatement("update seat set place = 0, idle_since = utc_timestamp(6)" + agents
                + " and agent_id = " + place.agent() + " and pool_id = " + place.pool());
    }

    @Override
    public void live(long order, String orderNumber) throws SQLException {
        open.setLong(1, order);
        open.setString(2, orderNumber);
        open.executeUpdate();
        long ticket = BareLife.key(open);
        write(events, ticket);
        write(assign, ticket);
        load.executeUpdate();
        unseat.executeUpdate();
        connection.commit();
        write(resolve, ticket);
        write(event, ticket);
        write(end, ticket);
        unload.executeUpdate();
        seat.executeUpdate();
        connection.commit();
    }

    private static void write(PreparedStatement statement, long ticket) throws SQLException {
        for (int place = statement.getParameterMetaData().getParameterCount(); place > 0; place--) {
            statement.setLong(place, ticket);
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        for (var statement : List.of(open, events, assign, load, unseat, resolve, event, end, unload, seat)) {
            statement.close();
        }
    }
}
