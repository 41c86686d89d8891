package org.patchbay.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Message;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.tags.TagIdsConverter;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.attributes.FieldValues;

import static java.util.Objects.requireNonNull;

/** One request of a customer. It waits by priority, then by {@code openedAt}, which never changes. */
@Entity
@DynamicUpdate
@Filter(name = Visibility.FILTER, condition = Visibility.OF_TICKETS, deduceAliasInjectionPoints = false)
public class Ticket extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long groupId;

    long queueId;

    /** The pool in which it waits, or waited last: the agents who meet its requirement. */
    long poolId;

    /** The requirement at its opening; null for none. */
    @Convert(converter = RequiredSkillsConverter.class)
    @Nullable
    List<RequiredSkill> requiredSkills;

    @Convert(converter = TagIdsConverter.class)
    @Nullable
    List<Long> tagIds;

    @Convert(converter = FieldValues.class)
    @Nullable
    Map<String, Object> fieldValues;

    @Nullable
    Long targetId;

    @Nullable
    Integer targetSeconds;

    @Nullable
    Long policyVersionId;

    @Nullable
    String ruleName;

    @Enumerated(EnumType.STRING)
    Channel channel;

    /** Written by {@link #follow} alone. */
    @Enumerated(EnumType.STRING)
    TicketStatus status = TicketStatus.OPEN;

    @Enumerated(EnumType.STRING)
    @Nullable
    ReturnReason reason;

    @Convert(converter = Priority.Ranks.class)
    Priority priority;

    @Nullable
    String note;

    long customerId;

    /** The conversation that it continues; null where it begins its own, if any. */
    @Nullable
    Long conversationId;

    /** The ticket that it became one with; null where it did not. */
    @Nullable
    Long mergedInto;

    /** The ticket of which it was a part; null where it is none. */
    @Nullable
    Long splitFrom;

    @Nullable
    Long orderId;

    @Nullable
    String orderNumber;

    /** Kept by the database: the order while the ticket is live, else null. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Long liveOrderId;

    /** The agent who holds it, or held it last; null while it waits. */
    @Nullable
    Long agentId;

    Instant openedAt;

    /** Since when it waits this time; null while it does not. */
    @Nullable
    Instant waitingSince;

    /** When it came from another queue; null where it never did. */
    @Nullable
    Instant requeuedAt;

    @Nullable
    Instant resolvedAt;

    /** When it resumes by itself; null where it is not pending, or waits for its customer alone. */
    @Nullable
    Instant pendingUntil;

    /** Reckoned after a step, whose answer has told the version by then. */
    @Embedded
    @OptimisticLock(excluded = true)
    Promises promises = new Promises();

    /** 5 is the best; null without a rating. */
    @Nullable
    Integer rating;

    @Nullable
    String ratingComment;

    @Nullable
    Instant ratedAt;

    Instant updatedAt;

    /** When what was said was erased; null while it is there. */
    @Nullable
    Instant erasedAt;

    /** Kept by the database: since when nobody touched it, where it is over and what was said is there; else null. */
    @Column(insertable = false, updatable = false)
    @Nullable
    Instant endedAt;

    @Version
    int version;

    public long id() {
        return id;
    }

    /** Whether it has an id. */
    public boolean isStored() {
        return id != null;
    }

    public long groupId() {
        return groupId;
    }

    public long queueId() {
        return queueId;
    }

    public long poolId() {
        return poolId;
    }

    /** Null where no policy chose its queue. */
    public @Nullable Long policyVersionId() {
        return policyVersionId;
    }

    /** Null where no rule chose its queue. */
    public @Nullable String ruleName() {
        return ruleName;
    }

    public List<RequiredSkill> requiredSkills() {
        return requiredSkills == null ? List.of() : requiredSkills;
    }

    public List<Long> tagIds() {
        return tagIds == null ? List.of() : tagIds;
    }

    /** By the keys of their fields, in that order. */
    public Map<String, Object> fieldValues() {
        return fieldValues == null ? Map.of() : fieldValues;
    }

    /** Null for any agent. */
    public @Nullable TargetAgent target() {
        return targetId == null || targetSeconds == null ? null : new TargetAgent(targetId, targetSeconds);
    }

    public @Nullable ReturnReason reason() {
        return reason;
    }

    public Priority priority() {
        return priority;
    }

    /** Null where the customer wrote nothing. */
    public @Nullable String text() {
        return note;
    }

    public long customerId() {
        return customerId;
    }

    /** The conversation in which it is spoken of: it bears the id of the ticket that it began with. */
    public long conversationId() {
        return conversationId == null ? id : conversationId;
    }

    /** Null where it is about no order, as is its number. */
    public @Nullable Long orderId() {
        return orderId;
    }

    public @Nullable String orderNumber() {
        return orderNumber;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Channel channel() {
        return channel;
    }

    public TicketStatus status() {
        return status;
    }

    public @Nullable Instant waitingSince() {
        return waitingSince;
    }

    /** Since when it waits in its queue this time; null while it does not. */
    public @Nullable Instant inQueueSince() {
        boolean moved = waitingSince != null && requeuedAt != null && requeuedAt.isAfter(waitingSince);
        return moved ? requeuedAt : waitingSince;
    }

    /** Whether it waits, and no agent ever held it. */
    public boolean awaitsFirstAgent() {
        return waitingSince != null && !promises.hasLeft();
    }

    /** Whether it is pending, and resumes by itself. */
    public boolean isSnoozed() {
        return pendingUntil != null;
    }

    public Promises promises() {
        return promises;
    }

    /** Whether this agent holds it, or is offered it. */
    public boolean isHeldBy(long agent) {
        var holder = holder();
        return holder != null && holder == agent;
    }

    /** The agent who holds it, or held it last; null while it waits. */
    public @Nullable Long agentId() {
        return agentId;
    }

    /** The agent who holds it, or is offered it; else null. */
    public @Nullable Long holder() {
        return status.isWithAgent() ? agentId : null;
    }

    /** Sets the requirement, and the rule that chose it; null where none did. */
    public void requires(
            List<RequiredSkill> skills,
            @Nullable TargetAgent target,
            @Nullable Long policyVersion,
            @Nullable String rule) {
        requiredSkills = skills.isEmpty() ? null : skills;
        targetId = target == null ? null : target.agentId();
        targetSeconds = target == null ? null : target.forSeconds();
        policyVersionId = policyVersion;
        ruleName = rule;
    }

    /** It waits for people from now on. */
    public void waitsAnew() {
        waitingSince = Times.now();
    }

    /** Sets the queue and the pool in which it waits, or will wait again. Call under its lock. */
    public void waitsIn(long queue, long pool) {
        queueId = queue;
        poolId = pool;
    }

    /** Clears the target, which is gone. */
    public void isForAnybody() {
        targetId = null;
        targetSeconds = null;
    }

    public void hasPriority(Priority urgency) {
        priority = urgency;
    }

    /** Turns it into a callback, whatever channel it came by. */
    public void becomesCallback() {
        channel = Channel.CALLBACK;
    }

    /** Writes a line into its history. A null actor is the system, a null remark means nothing to add. */
    public void record(TicketEventType type, @Nullable Actor actor, @Nullable String remark) {
        note(type, actor, TicketEvent.Content.remark(remark));
    }

    /** Writes a line into its history, with a message for its own sake. The ticket is what it was. */
    Message say(TicketEventType type, @Nullable Actor actor, Message.Words words) {
        return requireNonNull(
                TicketEvent.append(snapshot(), type, actor, holder(), TicketEvent.Content.message(words), Times.now()));
    }

    /** Writes a line into its history that concerns a colleague. */
    void concerns(long colleague, TicketEventType type, Actor actor) {
        TicketEvent.append(snapshot(), type, actor, colleague, TicketEvent.Content.NONE, Times.now());
    }

    /** Writes a line into its history, with what its actor says. */
    public void note(TicketEventType type, @Nullable Actor actor, TicketEvent.Content content) {
        updatedAt = Times.now();
        if (type == TicketEventType.REQUEUED) {
            requeuedAt = updatedAt;
        }
        TicketEvent.append(snapshot(), type, actor, holder(), content, updatedAt);
    }

    /** Writes one of the first lines of its history, when nobody had it; it may have an agent by now. */
    void recordFirst(TicketEventType type, @Nullable Actor actor, TicketEvent.Content content) {
        TicketEvent.append(snapshot(TicketStatus.OPEN, null, null), type, actor, null, content, openedAt);
    }

    /** The ticket, as its next line of history tells it. */
    public TicketSnapshot snapshot() {
        return snapshot(status, agentId, null);
    }

    private TicketSnapshot snapshot(TicketStatus its, @Nullable Long agent, @Nullable Long leftGroup) {
        return new TicketSnapshot(
                id, conversationId(), its, customerId, groupId, leftGroup, queueId, agent, orderNumber);
    }

    /** Begins the life of a new ticket: it waits in its queue. */
    public void begin() {
        openedAt = Times.now();
        waitingSince = openedAt;
        updatedAt = openedAt;
    }

    /**
     * Takes a step other than ASSIGN and OFFER, which the caller has checked, and writes it into the history.
     *
     * @param until when a ticket that is pended resumes by itself; null for no time
     */
    public void take(Step step, @Nullable Actor actor, @Nullable String stepNote, @Nullable Instant until) {
        var now = Times.now();
        var held = holder();
        boolean waited = status == TicketStatus.OFFERED;
        if (step == Step.ACCEPT) {
            promises.leave(queueId, now);
        } else if (step == Step.CANCEL && mergedInto == null && (waited || status == TicketStatus.OPEN)) {
            promises.abandon(queueId, now);
        }
        follow(step);
        updatedAt = now;
        waitingSince = status != TicketStatus.OPEN ? null : waited ? waitingSince : now;
        agentId = status == TicketStatus.OPEN ? null : agentId;
        if (status == TicketStatus.PENDING || status == TicketStatus.RESOLVED) {
            promises.pause(now);
        }
        resolvedAt = switch (status) {
            case RESOLVED -> now;
            case CLOSED -> resolvedAt;
            case OPEN, OFFERED, IN_PROGRESS, PENDING, CANCELLED -> null;
        };
        pendingUntil = until;
        if (until == null || stepNote != null) {
            var content = mergedInto == null
                    ? TicketEvent.Content.of(actor, stepNote)
                    : TicketEvent.Content.of(Long.toString(mergedInto), stepNote);
            TicketEvent.append(snapshot(), typeOf(step, actor), actor, held, content, now);
        }
        if (until != null) {
            TicketEvent.append(
                    snapshot(),
                    TicketEventType.SNOOZED,
                    actor,
                    held,
                    TicketEvent.Content.remark(until.toString()),
                    now);
        }
    }

    /** A ticket is resumed by somebody, or because its time has come; and withdrawn, or merged into another. */
    private TicketEventType typeOf(Step step, @Nullable Actor actor) {
        if (step == Step.RESUME && actor == null) {
            return TicketEventType.SNOOZE_ENDED;
        }
        return mergedInto == null ? TicketEventType.of(step) : TicketEventType.MERGED;
    }

    /**
     * Gives the ticket to an agent. The caller holds its lock and has claimed the agent's capacity. A line of history
     * tells the previous holder; {@link #recordClaim} tells the new one.
     */
    public void assignTo(long agent, @Nullable Actor actor) {
        var now = Times.now();
        if (holder() != null) {
            TicketEvent.append(snapshot(), TicketEventType.RELEASED, actor, agentId, TicketEvent.Content.NONE, now);
        }
        promises.leave(queueId, now);
        follow(Step.ASSIGN);
        agentId = agent;
        waitingSince = null;
        updatedAt = now;
    }

    /** Records how the customer rates its resolution, in place of what they said before. */
    void rate(int score, @Nullable String comment, Actor actor) {
        rating = score;
        ratingComment = comment;
        note(TicketEventType.RATED, actor, TicketEvent.Content.of(Integer.toString(score), comment));
        ratedAt = updatedAt;
    }

    /**
     * Offers it to an agent. The caller holds its lock and has claimed the agent's capacity. It goes on waiting.
     * {@link #recordClaim} tells the agent.
     */
    public void offerTo(long agent) {
        follow(Step.OFFER);
        agentId = agent;
        updatedAt = Times.now();
    }

    /** Writes into its history that an agent has it now, or is offered it. A null actor is the system. */
    public void recordClaim(@Nullable Actor actor) {
        var type = status == TicketStatus.OFFERED ? TicketEventType.OFFERED : TicketEventType.ASSIGNED;
        TicketEvent.append(snapshot(), type, actor, agentId, TicketEvent.Content.NONE, updatedAt);
    }

    private void follow(Step step) {
        status = status.after(step);
    }

    /** Moves it to another group, and writes that into the history. */
    void moveTo(long group, Actor actor) {
        long left = groupId;
        groupId = group;
        updatedAt = Times.now();
        TicketEvent.append(
                snapshot(status, agentId, left),
                TicketEventType.MOVED,
                actor,
                holder(),
                TicketEvent.Content.NONE,
                updatedAt);
    }

    /** Changes its priority, and writes that into the history. */
    public void prioritise(Priority to, Actor actor) {
        priority = to;
        record(TicketEventType.PRIORITISED, actor, to.name());
    }

    /** Removes what was said with a line of its history. */
    void forget(TicketEvent line, String words) {
        line.forgetWords(snapshot(), words);
        if (line.type() == TicketEventType.OPENED) {
            note = null;
        }
    }

    /** Removes what was said in it. The time of its last change stays. */
    void erase() {
        note = null;
        ratingComment = null;
        erasedAt = Times.now();
    }

    /** Waits for the row's lock. */
    public static Optional<Ticket> lock(long id) {
        return Ticket.<Ticket>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
