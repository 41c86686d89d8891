package org.patchbay.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures the database alone: three bare commits a ticket (insert, claim, resolve) on the table {@code ticket} with
 * all its keys, in an organisation of its own, over 16 connections. No routing, no history, no HTTP.
 */
final class DatabaseBaseline {

    private static final int CONNECTIONS = 16;
    private static final int ORDERS = 2_000;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(8);

    private final Database database;
    private final long organisation;
    private final long group;
    private final long queue;
    private final long pool;
    private final AtomicLong tickets = new AtomicLong();
    private final Failures failures = new Failures();
    private volatile boolean running = true;

    private DatabaseBaseline(Database database, long organisation, long group, long queue, long pool) {
        this.database = database;
        this.organisation = organisation;
        this.group = group;
        this.queue = queue;
        this.pool = pool;
    }

    /** Tickets a second. */
    static double measure(Database database) throws InterruptedException {
        database.execute(
                "insert ignore into organisation (slug, name, created_at) values ('floor', 'Floor', utc_timestamp(6))");
        long organisation = database.number("select id from organisation where slug = 'floor'");
        database.execute("insert ignore into org_group (organisation_id, name, path, created_at, version)"
                + " select id, name, '/', utc_timestamp(6), 0 from organisation where slug = 'floor'");
        long group = database.number("select id from org_group where root_of = " + organisation);
        database.execute(
                "insert ignore into queue (organisation_id, name, distribution, priority, wrap_up_seconds, is_default,"
                        + " created_at, version) values (" + organisation
                        + ", 'Default', 'LONGEST_IDLE', 5, 0, true, utc_timestamp(6), 0)",
                "insert ignore into pool (organisation_id, queue_id, channel, skills, target_id)"
                        + " select organisation_id, id, 'RETURN_CASE', '', 0 from queue where organisation_id = "
                        + organisation);
        long queue = database.number("select id from queue where organisation_id = " + organisation);
        long pool = database.number("select id from pool where organisation_id = " + organisation);
        return new DatabaseBaseline(database, organisation, group, queue, pool).measure();
    }

    private double measure() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < CONNECTIONS; i++) {
            var name = "floor-" + System.nanoTime();
            threads.add(new Thread(() -> work(name)));
        }
        threads.forEach(Thread::start);
        Thread.sleep(WARM_UP);
        long before = tickets.get();
        long start = System.nanoTime();
        Thread.sleep(MEASURED);
        double rate = (tickets.get() - before) * 1e9 / (System.nanoTime() - start);
        running = false;
        for (var thread : threads) {
            thread.join();
        }
        failures.check();
        return rate;
    }

    private void work(String name) {
        try (var connection = database.connect()) {
            long customer = customer(connection, name);
            var orders = orders(connection, customer);
            try (var insert = connection.prepareStatement(
                            "insert into ticket (organisation_id, group_id, queue_id, pool_id, channel, status,"
                                    + " reason, priority, note, customer_id, order_id, order_number, opened_at,"
                                    + " waiting_since, updated_at, version) values (?, ?, ?, ?, 'RETURN_CASE',"
                                    + " 'OPEN', 'DAMAGED', 3, 'The lamp arrived with a crack.', ?, ?, ?,"
                                    + " utc_timestamp(6), utc_timestamp(6), utc_timestamp(6), 0)",
                            Statement.RETURN_GENERATED_KEYS);
                    var claim = connection.prepareStatement("update ticket set status = 'IN_PROGRESS', agent_id = 1,"
                            + " waiting_since = null, updated_at = utc_timestamp(6), version = 1 where id = ?");
                    var resolve = connection.prepareStatement("update ticket set status = 'RESOLVED',"
                            + " resolved_at = utc_timestamp(6), updated_at = utc_timestamp(6), version = 2"
                            + " where id = ?")) {
                insert.setLong(1, organisation);
                insert.setLong(2, group);
                insert.setLong(3, queue);
                insert.setLong(4, pool);
                insert.setLong(5, customer);
                for (int i = 0; running; i++) {
                    long order = orders.get(i % orders.size());
                    insert.setLong(6, order);
                    insert.setString(7, customer + "-" + order);
                    insert.executeUpdate();
                    long ticket = keys(insert).getFirst();
                    claim.setLong(1, ticket);
                    claim.executeUpdate();
                    resolve.setLong(1, ticket);
                    resolve.executeUpdate();
                    tickets.incrementAndGet();
                }
            }
        } catch (SQLException e) {
            failures.add("The floor: " + e);
        }
    }

    private long customer(Connection connection, String name) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into customer (organisation_id, group_id, name, email, created_at, version)"
                        + " values (?, ?, ?, ?, utc_timestamp(6), 0)",
                Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, organisation);
            insert.setLong(2, group);
            insert.setString(3, name);
            insert.setString(4, name);
            insert.executeUpdate();
            return keys(insert).getFirst();
        }
    }

    /**
     * So many orders that none comes back while its last ticket is still being purged from the unique key of live
     * tickets.
     */
    private List<Long> orders(Connection connection, long customer) throws SQLException {
        var rows = IntStream.range(0, ORDERS)
                .mapToObj(i -> "(%d, %d, %d, '%d-%d', 'Desk lamp', 1, 19.90, 'EUR', utc_timestamp(6), 0)"
                        .formatted(organisation, group, customer, customer, i))
                .collect(Collectors.joining(", "));
        try (var insert = connection.createStatement()) {
            insert.executeUpdate(
                    "insert into orders (organisation_id, group_id, customer_id, number, product, quantity, amount,"
                            + " currency, ordered_at, version) values " + rows,
                    Statement.RETURN_GENERATED_KEYS);
            return keys(insert);
        }
    }

    private static List<Long> keys(Statement insert) throws SQLException {
        try (var keys = insert.getGeneratedKeys()) {
            var ids = new ArrayList<Long>();
            while (keys.next()) {
                ids.add(keys.getLong(1));
            }
            return ids;
        }
    }
}
