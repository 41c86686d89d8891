package org.patchbay.tickets;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.Agents;
import org.patchbay.conversations.LastMessages;
import org.patchbay.customers.Customers;
import org.patchbay.customers.OrderView;
import org.patchbay.customers.Orders;
import org.patchbay.queues.Queues;
import org.patchbay.shared.time.Times;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.skills.Skills;
import org.patchbay.tags.TagView;
import org.patchbay.tags.Tags;

import static java.util.Objects.requireNonNull;

/** Adds names to the ids of tickets: with one query for each kind of thing, however many tickets there are. */
@ApplicationScoped
class TicketNames {

    private final Customers customers;
    private final Orders orders;
    private final Agents agents;
    private final Queues queues;
    private final Skills skills;
    private final Tags tags;
    private final TicketColleagues colleagues;

    TicketNames(
            Customers customers,
            Orders orders,
            Agents agents,
            Queues queues,
            Skills skills,
            Tags tags,
            TicketColleagues colleagues) {
        this.colleagues = colleagues;
        this.customers = customers;
        this.orders = orders;
        this.agents = agents;
        this.queues = queues;
        this.skills = skills;
        this.tags = tags;
    }

    /** The visible names of the things that these tickets refer to. */
    Function<Ticket, TicketDetails> of(List<Ticket> tickets, boolean forCustomer) {
        var known = new Known(
                named(tickets.stream().map(ticket -> ticket.customerId), customers::names),
                named(tickets.stream().map(ticket -> ticket.orderId), orders::views),
                named(
                        tickets.stream().flatMap(ticket -> Stream.of(
                                        Optional.ofNullable(ticket.agentId), Optional.ofNullable(ticket.targetId))
                                .flatMap(Optional::stream)),
                        agents::names),
                named(tickets.stream().map(ticket -> ticket.queueId), queues::names),
                named(
                        tickets.stream()
                                .filter(ticket -> ticket.status == TicketStatus.OPEN)
                                .map(ticket -> ticket.queueId),
                        ids -> queues.openings(ids, Times.now())),
                named(
                        tickets.stream()
                                .flatMap(ticket -> ticket.requiredSkills().stream())
                                .map(RequiredSkill::skillId),
                        skills::names),
                named(tickets.stream().flatMap(ticket -> ticket.tagIds().stream()), tags::views),
                forCustomer ? Map.of() : colleagues.among(tickets),
                forCustomer ? Map.of() : named(tickets.stream().map(Ticket::conversationId), LastMessages::times));
        return ticket -> known.of(ticket, forCustomer);
    }

    private static <T> Map<Long, T> named(Stream<Long> ids, Function<Collection<Long>, Map<Long, T>> names) {
        var distinct = ids.filter(Objects::nonNull).distinct().toList();
        return distinct.isEmpty() ? Map.of() : names.apply(distinct);
    }

    /** The visible things, by id. */
    private record Known(
            Map<Long, String> customers,
            Map<Long, OrderView> orders,
            Map<Long, String> agents,
            Map<Long, String> queues,
            Map<Long, Instant> openings,
            Map<Long, String> skills,
            Map<Long, TagView> tags,
            Map<Long, List<InvitedView>> colleagues,
            Map<Long, Instant> lastMessages) {

        TicketDetails of(Ticket ticket, boolean forCustomer) {
            return new TicketDetails(
                    customers.get(ticket.customerId),
                    ticket.orderId == null ? null : orders.get(ticket.orderId),
                    ticket.agentId == null ? null : agents.get(ticket.agentId),
                    requireNonNull(queues.get(ticket.queueId)),
                    forCustomer ? null : tags(ticket),
                    forCustomer ? null : colleagues.getOrDefault(ticket.id, List.of()),
                    ticket.status == TicketStatus.OPEN ? openings.get(ticket.queueId) : null,
                    lastMessages.get(ticket.conversationId()),
                    forCustomer ? null : requirement(ticket));
        }

        private List<TagView> tags(Ticket ticket) {
            return ticket.tagIds().stream()
                    .map(tags::get)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(TagView::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }

        private TicketDetails.@Nullable Requirement requirement(Ticket ticket) {
            if (ticket.requiredSkills().isEmpty() && ticket.targetId == null) {
                return null;
            }
            var target = Optional.ofNullable(ticket.targetId).filter(agents::containsKey);
            return new TicketDetails.Requirement(
                    ticket.requiredSkills().stream()
                            .map(required -> new TicketDetails.Skill(
                                    required.skillId(),
                                    requireNonNull(skills.get(required.skillId())),
                                    required.level(),
                                    required.relax()))
                            .toList(),
                    target.orElse(null),
                    target.map(agents::get).orElse(null),
                    ticket.targetSeconds);
        }
    }
}
