package org.patchbay.supervision;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** The alarm limits of a queue. */
@Entity
class QueueAlarm extends OrganisationEntity {

    @Id
    Long queueId;

    @Nullable
    Integer maxWaiting;

    @Nullable
    Integer maxWaitSeconds;

    @Nullable
    Integer minServiceLevelPercent;

    @Nullable
    Integer minFreeAgents;

    static void set(long queueId, AlarmLimits limits) {
        var alarm = of(queueId).orElseGet(() -> {
            var created = new QueueAlarm();
            created.queueId = queueId;
            return created;
        });
        alarm.maxWaiting = limits.maxWaiting();
        alarm.maxWaitSeconds = limits.maxWaitSeconds();
        alarm.minServiceLevelPercent = limits.minServiceLevelPercent();
        alarm.minFreeAgents = limits.minFreeAgents();
        alarm.persist();
    }

    AlarmLimits limits() {
        return new AlarmLimits(maxWaiting, maxWaitSeconds, minServiceLevelPercent, minFreeAgents);
    }

    static Optional<QueueAlarm> of(long queueId) {
        return findByIdOptional(queueId);
    }

    /** The alarm limits by queue id, of queues that have any. */
    static Map<Long, AlarmLimits> all() {
        return QueueAlarm.<QueueAlarm>listAll().stream()
                .collect(Collectors.toMap(alarm -> alarm.queueId, QueueAlarm::limits));
    }
}
