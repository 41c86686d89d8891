package org.patchbay.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.queues.QueueDeletion;
import org.patchbay.queues.Queues;

/** The alarm limits of queues. */
@ApplicationScoped
class Alarms implements QueueDeletion {

    private final Queues queues;
    private final Audit audit;

    Alarms(Queues queues, Audit audit) {
        this.queues = queues;
        this.audit = audit;
    }

    @Override
    public void queueDeleting(long queueId) {
        QueueAlarm.deleteById(queueId);
    }

    @Transactional
    AlarmLimits read(long queueId) {
        queues.check(queueId);
        return QueueAlarm.of(queueId).map(QueueAlarm::limits).orElse(AlarmLimits.NONE);
    }

    @Transactional
    AlarmLimits set(long queueId, AlarmLimits limits) {
        var before = read(queueId);
        if (!limits.equals(before)) {
            QueueAlarm.set(queueId, limits);
            QueueAlarm.flush();
            audit.record(Action.QUEUE_ALARMS_SET, queueId, before, limits);
        }
        return limits;
    }
}
