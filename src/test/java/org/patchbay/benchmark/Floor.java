package org.patchbay.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.patchbay.benchmark.BareLife.Place;

/**
 * Measures the database alone, by bare JDBC over 16 connections in an organisation of its own. No routing, no HTTP.
 *
 * @param tickets a second
 * @param processor milliseconds of processor time a ticket, of MySQL and of this client of it; nothing where MySQL is
 *     on another machine
 */
record Floor(double tickets, OptionalDouble processor, Meter meter) {

    private static final int CONNECTIONS = 16;
    private static final int ORDERS = 2_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(8);
    /** Beyond all accounts, whose ids agents have. */
    private static final long AGENTS_FROM = 1_000_000_000;

    /** The rows that are written, and the commits. */
    enum Kind {
        COMMITS("floor: three bare commits a ticket, " + CONNECTIONS + " connections", ThreeCommits::new),
        ROWS(
                "floor of rows: all that a life writes, in two commits, " + CONNECTIONS + " connections",
                RowsOfALife::new);

        private final String title;
        private final BareLife.Prepared life;

        Kind(String title, BareLife.Prepared life) {
            this.title = title;
            this.life = life;
        }

        String title() {
            return title;
        }

        private String slug() {
            return "floor-" + ordinal();
        }
    }

    /** Takes a quarter of a minute. */
    static Floor measure(Database database, Kind kind) throws InterruptedException {
        return new Run(database, kind).measure();
    }

    private static final class Run {

        private final Database database;
        private final Kind kind;
        private final long organisation;
        private final long group;
        private final long queue;
        private final long pool;
        private final AtomicLong tickets = new AtomicLong();
        private final Failures failures = new Failures();
        private volatile boolean running = true;

        Run(Database database, Kind kind) {
            this.database = database;
            this.kind = kind;
            var ours = "where slug = '" + kind.slug() + "'";
            database.execute("insert ignore into organisation (slug, name, created_at) values ('" + kind.slug() + "', '"
                    + kind.slug() + "', utc_timestamp(6))");
            organisation = database.number("select id from organisation " + ours);
            database.execute(
                    "insert ignore into org_group (organisation_id, name, path, created_at, version)"
                            + " select id, name, '/', utc_timestamp(6), 0 from organisation " + ours,
                    "insert ignore into queue (organisation_id, name, distribution, priority, wrap_up_seconds,"
                            + " is_default, created_at, version) values (" + organisation
                            + ", 'Default', 'LONGEST_IDLE', 5, 0, true, utc_timestamp(6), 0)",
                    "insert ignore into pool (organisation_id, queue_id, channel, skills, target_id)"
                            + " select organisation_id, id, 'RETURN_CASE', '', 0 from queue where organisation_id = "
                            + organisation);
            group = database.number("select id from org_group where root_of = " + organisation);
            queue = database.number("select id from queue where organisation_id = " + organisation);
            pool = database.number("select id from pool where organisation_id = " + organisation);
        }

        Floor measure() throws InterruptedException {
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < CONNECTIONS; i++) {
                var name = "floor-" + System.nanoTime();
                threads.add(new Thread(() -> work(name)));
            }
            threads.forEach(Thread::start);
            Thread.sleep(WARM_UP);
            var meter = new Meter(database);
            meter.begins();
            long before = tickets.get();
            long start = System.nanoTime();
            Thread.sleep(MEASURED);
            double rate = (tickets.get() - before) * 1e9 / (System.nanoTime() - start);
            meter.ends();
            running = false;
            for (var thread : threads) {
                thread.join();
            }
            failures.check();
            return new Floor(rate, meter.processor(rate, Meter.Party.LOAD, Meter.Party.DATABASE), meter);
        }

        private void work(String name) {
            try (var connection = database.connect()) {
                long customer = customer(connection, name);
                var orders = orders(connection, customer);
                // Free agents of the other kind's organisation would be given its tickets.
                long agent = kind == Kind.ROWS ? agent(customer) : 0;
                var place = new Place(organisation, group, queue, pool, customer, agent);
                try (var life = kind.life.on(connection, place)) {
                    for (int i = 0; running; i++) {
                        long order = orders.get(i % orders.size());
                        life.live(order, customer + "-" + order);
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
                return BareLife.key(insert);
            }
        }

        private long agent(long customer) {
            long agent = AGENTS_FROM + customer;
            database.execute(
                    "insert into agent (id, organisation_id, name, presence, presence_since, capacity, load_units,"
                            + " idle_since, seated, created_at, version) values (" + agent + ", " + organisation
                            + ", 'Agent', 'AVAILABLE', utc_timestamp(6), 1, 0, utc_timestamp(6), true,"
                            + " utc_timestamp(6), 0)",
                    "insert into seat (organisation_id, agent_id, pool_id, tier, score, served_at, place, idle_since)"
                            + " values (" + organisation + ", " + agent + ", " + pool
                            + ", 1, 0, utc_timestamp(6), 0, utc_timestamp(6))");
            return agent;
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
                var ids = new ArrayList<Long>();
                try (var keys = insert.getGeneratedKeys()) {
                    while (keys.next()) {
                        ids.add(keys.getLong(1));
                    }
                }
                return ids;
            }
        }
    }
}
