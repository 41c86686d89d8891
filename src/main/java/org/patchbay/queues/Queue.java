package org.patchbay.queues;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.patchbay.queues.channels.MaxSize;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A queue, where tickets wait. */
@Entity
@DynamicUpdate
class Queue extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    @Enumerated(EnumType.STRING)
    Distribution distribution;

    int priority;

    @Nullable
    Integer serviceLevelPercent;

    @Nullable
    Integer serviceLevelSeconds;

    @Nullable
    Integer maxWaitSeconds;

    @Enumerated(EnumType.STRING)
    @Nullable
    Diversion maxWaitThen;

    @Nullable
    Integer maxSize;

    @Enumerated(EnumType.STRING)
    @Nullable
    Diversion maxSizeThen;

    @Nullable
    Long overflowQueueId;

    /** The hours in which it is open; null where it always is. */
    @Nullable
    Long businessHoursId;

    @Enumerated(EnumType.STRING)
    @Nullable
    Diversion closedThen;

    int wrapUpSeconds;

    @Nullable
    Integer firstResponseSeconds;

    @Nullable
    Integer resolutionSeconds;

    @Nullable
    Integer silenceWarnSeconds;

    @Nullable
    Integer silenceEndSeconds;

    /** Null where it is gone, and where there is none. */
    @Nullable
    Long botClientId;

    @Nullable
    Integer botPatienceSeconds;

    @Nullable
    Long botHandOverQueueId;

    boolean isDefault;

    Instant createdAt;

    @Nullable
    Instant deletedAt;

    @Version
    int version;

    static Queue create(QueueRequest request) {
        var queue = new Queue();
        queue.createdAt = Times.now();
        queue.set(request);
        queue.persist();
        return queue;
    }

    /** Makes the default queue of an organisation, which need not be the transaction's. */
    static void createDefault(long organisationId, String name) {
        NativeSql.in(organisationId, """
                insert into queue (organisation_id, name, distribution, priority, wrap_up_seconds,
                is_default, created_at, version)
                values (:organisation, :name, 'LONGEST_IDLE', 5, 0, true, :now, 0)""")
                .set("name", name)
                .set("now", Times.now())
                .update();
    }

    void set(QueueRequest request) {
        name = request.name();
        distribution = request.distribution();
        priority = request.priority() == null ? 5 : request.priority();
        var level = request.serviceLevel();
        serviceLevelPercent = level == null ? null : level.percent();
        serviceLevelSeconds = level == null ? null : level.seconds();
        var wait = request.maxWait();
        maxWaitSeconds = wait == null ? null : wait.seconds();
        maxWaitThen = wait == null ? null : wait.then();
        var size = request.maxSize();
        maxSize = size == null ? null : size.tickets();
        maxSizeThen = size == null ? null : size.then();
        overflowQueueId = request.overflowQueueId();
        businessHoursId = request.businessHoursId();
        closedThen = request.whenClosed();
        wrapUpSeconds = request.wrapUpSeconds() == null ? 0 : request.wrapUpSeconds();
        firstResponseSeconds = request.firstResponseSeconds();
        resolutionSeconds = request.resolutionSeconds();
        var silence = request.silence();
        silenceWarnSeconds = silence == null ? null : silence.warnAfterSeconds();
        silenceEndSeconds = silence == null ? null : silence.endAfterSeconds();
        var bot = request.bot();
        botClientId = bot == null ? null : bot.apiClientId();
        botPatienceSeconds = bot == null ? null : bot.patienceSeconds();
        botHandOverQueueId = bot == null ? null : bot.handOverToQueueId();
    }

    @Nullable
    ServiceLevel serviceLevel() {
        return serviceLevelPercent == null || serviceLevelSeconds == null
                ? null
                : new ServiceLevel(serviceLevelPercent, serviceLevelSeconds);
    }

    @Nullable
    MaxWait maxWait() {
        return maxWaitSeconds == null || maxWaitThen == null ? null : new MaxWait(maxWaitSeconds, maxWaitThen);
    }

    @Nullable
    MaxSize maxSize() {
        return maxSize == null || maxSizeThen == null ? null : new MaxSize(maxSize, maxSizeThen);
    }

    @Nullable
    Silence silence() {
        return silenceWarnSeconds == null || silenceEndSeconds == null
                ? null
                : new Silence(silenceWarnSeconds, silenceEndSeconds);
    }

    @Nullable
    QueueBot bot() {
        return botHandOverQueueId == null || botPatienceSeconds == null
                ? null
                : new QueueBot(botClientId, botHandOverQueueId, botPatienceSeconds);
    }

    /** The queues to which it leads on. */
    List<Long> leadsTo() {
        return Stream.of(overflowQueueId, botHandOverQueueId)
                .filter(Objects::nonNull)
                .toList();
    }

    static List<Queue> answeredBy(long client) {
        return list("botClientId = ?1 and deletedAt is null", client);
    }

    static Optional<Queue> byId(long id) {
        return Queue.<Queue>findByIdOptional(id).filter(queue -> queue.deletedAt == null);
    }

    static boolean exists(long id) {
        return count("id = ?1 and deletedAt is null", id) > 0;
    }

    /**
     * Waits for a transaction that changes the queue, and keeps others from changing it. Transactions that take this
     * lock do not exclude one another.
     */
    static boolean lockShared(long id) {
        return find("id = ?1 and deletedAt is null", id)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .isPresent();
    }

    static Queue ofOrganisation() {
        return Queue.<Queue>find("isDefault").singleResult();
    }

    static boolean isLedTo(long id) {
        return count("(overflowQueueId = ?1 or botHandOverQueueId = ?1) and deletedAt is null", id) > 0;
    }

    static List<Queue> page(long afterId, int size) {
        return find("id > ?1 and deletedAt is null order by id", afterId)
                .page(0, size)
                .list();
    }
}
