package org.patchbay.tickets;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.patchbay.shared.tenancy.MultiRowSql;
import org.patchbay.shared.tenancy.MultiRowSql.Change;
import org.patchbay.tags.TagIdsConverter;
import org.patchbay.tickets.attributes.FieldValues;

/** Writes the rows of many tickets at once. */
public final class TicketRows {

    private static final List<String> NEW = List.of(
            "group_id",
            "tag_ids",
            "field_values",
            "reason",
            "note",
            "customer_id",
            "conversation_id",
            "split_from",
            "order_id",
            "order_number",
            "opened_at",
            "queue_id",
            "pool_id",
            "required_skills",
            "target_id",
            "target_seconds",
            "policy_version_id",
            "rule_name",
            "channel",
            "priority",
            "requeued_at",
            "status",
            "agent_id",
            "waiting_since",
            "left_at",
            "left_queue_id",
            "abandoned",
            "answer_due_at",
            "resolution_due_at",
            "paused_since",
            "paused_seconds",
            "resolved_at",
            "pending_until",
            "merged_into",
            "updated_at",
            "version");

    /** Those that any step changes. */
    private static final List<String> STEPPED = NEW.subList(NEW.indexOf("status"), NEW.size());

    /** Those that change where a ticket waits again. */
    private static final List<String> ROUTED = NEW.subList(NEW.indexOf("queue_id"), NEW.size());

    private static final RequiredSkillsConverter SKILLS = new RequiredSkillsConverter();
    private static final TagIdsConverter TAGS = new TagIdsConverter();
    private static final FieldValues FIELDS = new FieldValues();

    private TicketRows() {}

    /** Inserts new tickets, and gives them their ids, in this order. */
    public static void insert(List<Ticket> tickets) {
        var ids = MultiRowSql.insert(
                "ticket", NEW, tickets.stream().<List<?>>map(TicketRows::all).toList());
        for (int i = 0; i < tickets.size(); i++) {
            tickets.get(i).id = ids.get(i);
        }
    }

    /** Writes what steps change, and counts the versions up. Hibernate does it for those that it has in its session. */
    public static void update(List<Ticket> tickets) {
        Predicate<Ticket> isKnown = Ticket.getEntityManager()::contains;
        if (tickets.stream().anyMatch(isKnown)) {
            Ticket.flush();
        }
        var others = tickets.stream().filter(isKnown.negate()).toList();
        others.forEach(ticket -> ticket.version++);
        Predicate<Ticket> waits = ticket -> ticket.status == TicketStatus.OPEN;
        update(ROUTED, others.stream().filter(waits).toList());
        update(STEPPED, others.stream().filter(waits.negate()).toList());
    }

    private static void update(List<String> columns, List<Ticket> tickets) {
        MultiRowSql.update(
                "ticket",
                "id",
                columns,
                tickets.stream()
                        .map(ticket ->
                                new Change(ticket.id, all(ticket).subList(NEW.size() - columns.size(), NEW.size())))
                        .toList());
    }

    private static List<?> all(Ticket ticket) {
        var promises = ticket.promises;
        return Arrays.asList(
                ticket.groupId,
                TAGS.convertToDatabaseColumn(ticket.tagIds),
                FIELDS.convertToDatabaseColumn(ticket.fieldValues),
                ticket.reason,
                ticket.note,
                ticket.customerId,
                ticket.conversationId,
                ticket.splitFrom,
                ticket.orderId,
                ticket.orderNumber,
                ticket.openedAt,
                ticket.queueId,
                ticket.poolId,
                SKILLS.convertToDatabaseColumn(ticket.requiredSkills),
                ticket.targetId,
                ticket.targetSeconds,
                ticket.policyVersionId,
                ticket.ruleName,
                ticket.channel,
                ticket.priority.rank(),
                ticket.requeuedAt,
                ticket.status,
                ticket.agentId,
                ticket.waitingSince,
                promises.leftAt,
                promises.leftQueueId,
                promises.abandoned,
                promises.answerDueAt,
                promises.resolutionDueAt,
                promises.pausedSince,
                promises.pausedSeconds,
                ticket.resolvedAt,
                ticket.pendingUntil,
                ticket.mergedInto,
                ticket.updatedAt,
                ticket.version);
    }
}
