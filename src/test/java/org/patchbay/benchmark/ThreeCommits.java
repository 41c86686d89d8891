package org.patchbay.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Three commits a ticket (insert, claim, resolve) on the table {@code ticket} alone. */
final class ThreeCommits implements BareLife {

    private final PreparedStatement insert;
    private final PreparedStatement claim;
    private final PreparedStatement resolve;

    ThreeCommits(Connection connection, Place place) throws SQLException {
        insert = connection.prepareStatement(
                "insert into ticket (organisation_id, group_id, queue_id, pool_id, channel, status, reason, priority,"
                        + " note, customer_id, order_id, order_number, opened_at, waiting_since, updated_at, version)"
                        + " values (?, ?, ?, ?, 'RETURN_CASE', 'OPEN', 'DAMAGED', 3, 'The lamp arrived with a crack.',"
                        + " ?, ?, ?, utc_timestamp(6), utc_timestamp(6), utc_timestamp(6), 0)",
                Statement.RETURN_GENERATED_KEYS);
        claim = connection.prepareStatement("update ticket set status = 'IN_PROGRESS', agent_id = 1,"
                + " waiting_since = null, updated_at = utc_timestamp(6), version = 1 where id = ?");
        resolve = connection.prepareStatement("update ticket set status = 'RESOLVED', resolved_at = utc_timestamp(6),"
                + " updated_at = utc_timestamp(6), version = 2 where id = ?");
        insert.setLong(1, place.organisation());
        insert.setLong(2, place.group());
        insert.setLong(3, place.queue());
        insert.setLong(4, place.pool());
        insert.setLong(5, place.customer());
    }

    @Override
    public void live(long order, String orderNumber) throws SQLException {
        insert.setLong(6, order);
        insert.setString(7, orderNumber);
        insert.executeUpdate();
        long ticket = BareLife.key(insert);
        claim.setLong(1, ticket);
        claim.executeUpdate();
        resolve.setLong(1, ticket);
        resolve.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        claim.close();
        resolve.close();
    }
}
