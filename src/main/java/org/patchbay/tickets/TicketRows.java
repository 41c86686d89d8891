package org.patchbay.tickets;

import java.util.Arrays;
import java.util.List;

import org.patchbay.shared.tenancy.MultiRowSql;
import org.patchbay.shared.tenancy.MultiRowSql.Change;
import org.patchbay.tickets.attributes.FieldValues;
import org.patchbay.tickets.attributes.TagIdsConverter;

/** Writes the rows of many tickets at once, which Hibernate does not have in its session. */
public final class TicketRows {

    private static final List<String> NEW = List.of(
            "group_id",
            "queue_id",
            "pool_id",
            "required_skills",
            "tag_ids",
            "field_values",
            "target_id",
            "target_seconds",
            "policy_version_id",
            "rule_name",
            "channel",
            "reason",
            "priority",
            "note",
            "customer_id",
            "order_id",
            "order_number",
            "opened_at",
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
            "updated_at",
            "version");

    private static final List<String> MOVED = NEW.subList(NEW.indexOf("status"), NEW.size());

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

    /** Writes what steps change, and counts the versions up. */
    public static void update(List<Ticket> tickets) {
        tickets.forEach(ticket -> ticket.version++);
        MultiRowSql.update(
                "ticket",
                "id",
                MOVED,
                tickets.stream()
                        .map(ticket ->
                                new Change(ticket.id, all(ticket).subList(NEW.size() - MOVED.size(), NEW.size())))
                        .toList());
    }

    private static List<?> all(Ticket ticket) {
        var promises = ticket.promises;
        return Arrays.asList(
                ticket.groupId,
                ticket.queueId,
                ticket.poolId,
                SKILLS.convertToDatabaseColumn(ticket.requiredSkills),
                TAGS.convertToDatabaseColumn(ticket.tagIds),
                FIELDS.convertToDatabaseColumn(ticket.fieldValues),
                ticket.targetId,
                ticket.targetSeconds,
                ticket.policyVersionId,
                ticket.ruleName,
                ticket.channel,
                ticket.reason,
                ticket.priority.rank(),
                ticket.note,
                ticket.customerId,
                ticket.orderId,
                ticket.orderNumber,
                ticket.openedAt,
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
                ticket.updatedAt,
                ticket.version);
    }
}
