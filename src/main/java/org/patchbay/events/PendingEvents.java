package org.patchbay.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.tenancy.MultiRowSql;

import io.quarkus.hibernate.orm.panache.Panache;

/** The events of one transaction, and their way into the table. */
final class PendingEvents implements Runnable {

    private static final List<String> COLUMNS = List.of(
            "number",
            "type",
            "about",
            "ticket_id",
            "status",
            "customer_id",
            "group_id",
            "left_group_id",
            "queue_id",
            "agent_id",
            "holder_id",
            "presence",
            "agent_groups",
            "actor_id",
            "actor_name",
            "remark",
            "at");

    /** The answer to the update bears the number, so that nothing has to be asked. */
    private static final String TAKE_NUMBERS =
            "update feed set last_number = last_insert_id(last_number + ?) where organisation_id = ?";

    /** Locks a row that is there for writing at once: readers who want to write would wait for one another. */
    private static final String BEGIN = "insert into feed (organisation_id, last_number) values (?, 0)"
            + " on duplicate key update last_number = last_number";

    private final long organisation;
    private final List<AppendedEvent> events = new ArrayList<>();
    private boolean written;

    PendingEvents(long organisation) {
        this.organisation = organisation;
        DomainEvents.publish(new EventsAppended(organisation));
    }

    AppendedEvent add(NewEvent event) {
        if (written || event.organisationId() != organisation) {
            throw new IllegalStateException(
                    written
                            ? "The transaction's events are written"
                            : "Its events are of organisation " + organisation);
        }
        var appended = new AppendedEvent(event);
        events.add(appended);
        return appended;
    }

    @Override
    public void run() {
        written = true;
        long number = Panache.getSession().doReturningWork(this::takeNumbers) - events.size();
        var rows = new ArrayList<List<?>>(events.size());
        for (var appended : events) {
            appended.number(++number);
            rows.add(appended.event().row(number));
        }
        MultiRowSql.insert(organisation, "event", COLUMNS, rows);
    }

    /** @return the number of the last event */
    private long takeNumbers(Connection connection) throws SQLException {
        try (var take = connection.prepareStatement(TAKE_NUMBERS, Statement.RETURN_GENERATED_KEYS)) {
            take.setLong(1, events.size());
            take.setLong(2, organisation);
            if (take.executeUpdate() > 0) {
                try (var taken = take.getGeneratedKeys()) {
                    taken.next();
                    return taken.getLong(1);
                }
            }
        }
        try (var begin = connection.prepareStatement(BEGIN)) {
            begin.setLong(1, organisation);
            begin.executeUpdate();
        }
        return takeNumbers(connection);
    }
}
