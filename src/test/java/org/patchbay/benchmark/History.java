package org.patchbay.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a database with the data of years: resolved tickets with their whole history (an assignment and three events
 * each) in the organisation under load, and 10,000 waiting tickets that no agent may take. There are no skills yet, and
 * in the same organisation free agents would take them; so they wait in another one, whose agent is away.
 */
final class History {

    static final int STUCK = 10_000;

    private static final int CUSTOMERS = 1_000;
    private static final int CHUNK = 10_000;

    private static final String EVENT =
            "insert into event (organisation_id, number, ticket_id, type, status, actor_name, agent_id, at) ";

    /** Below those of the tickets that are opened under load. */
    private static final String NUMBER = "3 * (n + :from - :total) - ";

    /** The n-th ticket of the chunk that begins after :from; one is opened every half minute, the last one today. */
    private static final String OPENED_AT = "(:now - interval (:total - :from - n) * 30 + 3600 second)";

    private final Database database;
    private final long organisation;
    private final Failures failures = new Failures();

    private History(Database database, long organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    static void write(LoadedCentre centre, int resolved) throws InterruptedException {
        new History(centre.database(), centre.organisation()).write(resolved);
    }

    private void write(int resolved) throws InterruptedException {
        prepare();
        long first = database.number("select coalesce(max(id), 0) from ticket");
        var fill = new ArrayList<Thread>();
        // Side by side, in the order of the keys.
        fill.add(filling(resolved, first, List.of("""
                insert into ticket (id, organisation_id, group_id, queue_id, pool_id, channel, status, reason, priority,
                    note, customer_id, order_id, order_number, agent_id, opened_at, waiting_since, resolved_at,
                    updated_at, version)
                select :first + n, :organisation, o.group_id, @queue, @pool, 'RETURN_CASE', 'RESOLVED', 'DAMAGED', 3,
                    'The lamp arrived with a crack.', o.customer_id, o.id, o.number, :agent, OPENED_AT, null,
                    OPENED_AT + interval 600 second, OPENED_AT + interval 600 second, 2
                from numbers join orders o on o.id = :order + n % :customers""")));
        fill.add(filling(resolved, first, List.of("""
                insert into assignment (organisation_id, ticket_id, agent_id, status, units, assigned_at, ended_at)
                select :organisation, :first + n, :agent, 'COMPLETED', 1, OPENED_AT, OPENED_AT + interval 600 second
                from numbers""", EVENT + """
                select :organisation, NUMBER 2, :first + n, 'OPENED', 'OPEN', 'Customer', null, OPENED_AT
                from numbers""", EVENT + """
                select :organisation, NUMBER 1, :first + n, 'ASSIGNED', 'IN_PROGRESS', null, :agent, OPENED_AT
                from numbers""", EVENT + """
                select :organisation, NUMBER 0, :first + n, 'RESOLVED', 'RESOLVED', 'Agent', :agent,
                    OPENED_AT + interval 600 second from numbers""")));
        fill.forEach(Thread::start);
        for (var thread : fill) {
            thread.join();
        }
        failures.check();
        database.execute("analyze table ticket, event, assignment, agent, orders, customer");
    }

    private void prepare() {
        database.execute(
                "create table numbers (n int primary key)",
                "set session cte_max_recursion_depth = " + CHUNK,
                "insert into numbers with recursive s as (select 1 as n union all select n + 1 from s where n < "
                        + CHUNK + ") select n from s",
                "insert into customer (organisation_id, group_id, name, email, created_at, version) select root_of, id,"
                        + " 'Customer', concat('past', n, '@example.org'), utc_timestamp(6), 0 from numbers"
                        + " join org_group on root_of = " + organisation + " where n <= " + CUSTOMERS,
                "insert into orders (organisation_id, group_id, customer_id, number, product, quantity, amount,"
                        + " currency, ordered_at, version) select organisation_id, group_id, id, concat('past-',"
                        + " id), 'Desk lamp', 1, 19.90, 'EUR', utc_timestamp(6), 0 from customer where email like"
                        + " 'past%' order by id",
                "insert into organisation (slug, name, created_at) values ('absent', 'Absent', utc_timestamp(6))",
                "set @absent = last_insert_id()",
                "insert into org_group (organisation_id, name, path, created_at, version)"
                        + " values (@absent, 'Absent', '/', utc_timestamp(6), 0)",
                "set @root = last_insert_id()",
                "insert into queue (organisation_id, name, distribution, priority, wrap_up_seconds, is_default,"
                        + " created_at, version) values (@absent, 'Default', 'LONGEST_IDLE', 5, 0, true,"
                        + " utc_timestamp(6), 0)",
                "insert into agent (id, organisation_id, name, presence, capacity, load_units, idle_since,"
                        + " presence_since, created_at, version) values (1000000, @absent, 'Away', 'AWAY', 1, 0,"
                        + " utc_timestamp(6), utc_timestamp(6), utc_timestamp(6), 0)",
                "insert into customer (organisation_id, group_id, name, email, created_at, version)"
                        + " values (@absent, @root, 'Customer', 'patient@example.org', utc_timestamp(6), 0)",
                "set @customer = last_insert_id()",
                "insert into pool (organisation_id, queue_id, channel, skills, target_id)"
                        + " select organisation_id, id, 'RETURN_CASE', '', 0 from queue"
                        + " where organisation_id = @absent",
                "insert into ticket (organisation_id, group_id, queue_id, pool_id, channel, status, reason,"
                        + " priority, customer_id, opened_at, waiting_since, updated_at, version) select @absent,"
                        + " @root, p.queue_id, p.id, 'RETURN_CASE', 'OPEN', 'DAMAGED', 3, @customer,"
                        + " utc_timestamp(6) - interval n second, utc_timestamp(6) - interval n second,"
                        + " utc_timestamp(6), 0 from numbers join pool p on p.organisation_id = @absent"
                        + " where n <= " + STUCK);
    }

    private Thread filling(int total, long first, List<String> statements) {
        return new Thread(() -> {
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                // The written rows refer to existing ones: the measurement leaves out a million checks.
                statement.execute("set foreign_key_checks = 0, unique_checks = 0");
                statement.execute("select queue_id, id into @queue, @pool from pool where organisation_id = "
                        + organisation + " order by id limit 1");
                for (int from = 0; from < total; from += CHUNK) {
                    for (var sql : statements) {
                        statement.execute(complete(sql, total, first, from));
                    }
                }
            } catch (SQLException e) {
                failures.add("History: " + e);
            }
        });
    }

    private String complete(String sql, int total, long first, int from) {
        return sql.replace("OPENED_AT", OPENED_AT)
                .replace("NUMBER", NUMBER)
                .replace(":now", "date(utc_timestamp())")
                .replace(":total", Integer.toString(total))
                .replace(":first", Long.toString(first + from))
                .replace(":from", Integer.toString(from))
                .replace(":organisation", Long.toString(organisation))
                .replace(":agent", "(select min(id) from agent where organisation_id = " + organisation + ")")
                .replace(":order", "(select min(id) from orders where number like 'past-%')")
                .replace(":customers", Integer.toString(CUSTOMERS));
    }
}
