package org.patchbay.mails;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.patchbay.deliveries.Deliveries;
import org.patchbay.queues.Channel;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketEventType;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Reads the log of events behind those who write it, and has mails sent about what customers want to know. The position
 * moves on in the transaction that adds the deliveries, so each event is told once, and what opens or resolves a ticket
 * does nothing for it.
 */
@ApplicationScoped
class CaseNews {

    private static final int MOST_EVENTS = 1_000;

    private static final List<String> TYPES = Stream.of(
                    TicketEventType.OPENED, TicketEventType.NOTED, TicketEventType.PENDED, TicketEventType.RESOLVED)
            .map(TicketEventType::name)
            .toList();

    private static final String EVENTS = """
            select number, ticket_id, type from event force index (primary)
            where organisation_id = :organisation and number > :after and number <= :last and type in (:types)
            order by number""";

    private final CurrentOrganisation currentOrganisation;
    private final Deliveries deliveries;
    private final Batches batches;

    CaseNews(CurrentOrganisation currentOrganisation, Deliveries deliveries, Batches batches) {
        this.currentOrganisation = currentOrganisation;
        this.deliveries = deliveries;
        this.batches = batches;
    }

    private record Event(long ticket, TicketEventType type) {

        static Event of(Tuple row) {
            return new Event(
                    row.get("ticket_id", Number.class).longValue(),
                    TicketEventType.valueOf(row.get("type", String.class)));
        }
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.mails.look-every}",
            delayed = "5s",
            identity = "case-news",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        for (long organisation : currentOrganisation.everywhere(MailSetting::organisationsWithNews)) {
            try {
                currentOrganisation.in(
                        organisation, () -> batches.run(MOST_EVENTS, () -> Transactions.inNew(this::readSome)));
            } catch (RuntimeException e) {
                Log.warnf(e, "Mails about cases of organisation %d wait", organisation);
            }
        }
    }

    /** @return by how many events the position moved on */
    private long readSome() {
        var position = MailSetting.lockPosition();
        if (position.isEmpty()) {
            return 0;
        }
        long after = position.get();
        long last = Math.min(lastNumber(), after + MOST_EVENTS);
        if (last > after) {
            var events =
                    NativeSql.of(EVENTS)
                            .set("after", after)
                            .set("last", last)
                            .set("types", TYPES)
                            .list(Tuple.class)
                            .stream()
                            .map(Event::of)
                            .toList();
            tell(events);
            MailSetting.readUpTo(last);
        }
        return last - after;
    }

    private static long lastNumber() {
        return NativeSql.of("select last_number from feed where organisation_id = :organisation").longs().stream()
                .findFirst()
                .orElse(0L);
    }

    private void tell(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        var setting = MailSetting.ofOrganisation().orElseThrow();
        var tickets = Ticket.<Ticket>list(
                        "id in ?1",
                        events.stream().map(Event::ticket).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        for (var event : events) {
            var ticket = tickets.get(event.ticket());
            if (ticket != null) {
                kindOf(event, ticket).filter(setting::writes).ifPresent(kind -> tell(setting, kind, ticket));
            }
        }
    }

    private void tell(MailSetting setting, MailKind kind, Ticket ticket) {
        var due = new MailDue(kind, ticket.id(), false);
        long conversation = ticket.conversationId();
        if (kind == MailKind.UNREAD) {
            // One for each answer: the first tells all of them, and what comes while it is on its way is not lost.
            due.addFor(deliveries, conversation, setting.unreadDue(conversation));
        } else {
            due.add(deliveries, conversation);
        }
    }

    /** Customers who chat are there, mostly: they hear by mail what they left behind. */
    private static Optional<MailKind> kindOf(Event event, Ticket ticket) {
        boolean isWritten = ticket.channel() != Channel.CHAT;
        return switch (event.type()) {
            case OPENED -> isWritten ? Optional.of(MailKind.RECEIVED) : Optional.empty();
            case NOTED -> Optional.of(isWritten ? MailKind.ANSWERED : MailKind.UNREAD);
            case PENDED -> Optional.of(MailKind.QUESTION);
            case RESOLVED -> Optional.of(isWritten ? MailKind.RESOLVED : MailKind.TRANSCRIPT);
            default -> Optional.empty();
        };
    }
}
