package org.patchbay.queues;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.hours.Hours;
import org.patchbay.hours.HoursWords;
import org.patchbay.hours.OpenTime;
import org.patchbay.hours.OpeningHours;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.ClientRevocation;
import org.patchbay.identity.OrganisationSetup;
import org.patchbay.queues.members.QueueMember;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;
import org.patchbay.shared.web.EntityTags;

import io.quarkus.arc.All;

import static java.util.Objects.requireNonNull;

/** The queues of an organisation, which always include the default one. */
@ApplicationScoped
public class Queues implements OrganisationSetup, ClientRevocation {

    private final QueueEligibility eligibility;
    private final List<QueueDeletion> deletions;
    private final Hours hours;
    private final Accounts accounts;
    private final Audit audit;
    private final EpochCache<Long, Optional<QueueView>> living;
    private final EpochCache<Long, QueueView> defaults;

    /** Knows the tickets that wait, which queues do not. */
    @FunctionalInterface
    public interface Backlog {
        boolean hasAtLeast(long queueId, int tickets);
    }

    Queues(
            QueueEligibility eligibility,
            @All List<QueueDeletion> deletions,
            Hours hours,
            Accounts accounts,
            Audit audit,
            ConfigurationEpoch epoch) {
        this.living = new EpochCache<>(epoch);
        this.defaults = new EpochCache<>(epoch);
        this.hours = hours;
        this.accounts = accounts;
        this.eligibility = eligibility;
        this.deletions = deletions;
        this.audit = audit;
    }

    /** Later than that of groups: the root group serves the default queue. */
    @Override
    public void setUp(long organisation, String name) {
        RosterLock.create(organisation);
        Queue.createDefault(organisation, QueueWords.DEFAULT.in(Language.ofReader()));
        QueueMember.letEverybodyServe(organisation);
    }

    @Transactional
    QueueView create(QueueRequest request) {
        RosterLock.lock();
        check(null, request);
        var queue = Queue.create(request);
        Queue.flush();
        var view = QueueView.of(queue);
        audit.record(Action.QUEUE_CREATED, view.id(), null, view);
        eligibility.queueChanged(queue.id);
        return view;
    }

    @Transactional
    Page<QueueView> list(@Nullable String after, int limit) {
        var rows = Queue.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, QueueView::of, queue -> Cursor.at(queue.id));
    }

    @Transactional
    QueueView read(long id) {
        return QueueView.of(living(id));
    }

    /** Empty where there is no such queue, or it is deleted. */
    @Transactional
    public Optional<QueueView> find(long id) {
        return living.get(id, () -> Queue.byId(id).map(QueueView::of));
    }

    /**
     * Keeps a queue from being deleted until the transaction ends. The transaction takes the roster's lock before this,
     * or not at all.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where it is deleted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long id) {
        if (!Queue.lockShared(id)) {
            throw missing(id);
        }
    }

    /** All queues that are not deleted, in the order of their ids. */
    @Transactional
    public List<QueueView> all() {
        return Queue.<Queue>list("deletedAt is null order by id").stream()
                .map(QueueView::of)
                .toList();
    }

    /** The names of these queues by id, deleted ones included. */
    @Transactional
    public Map<Long, String> names(Collection<Long> ids) {
        return Queue.<Queue>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(queue -> queue.id, queue -> queue.name));
    }

    /** Those of these queues that are not deleted. */
    @Transactional
    public Set<Long> existing(Collection<Long> ids) {
        return Queue.<Queue>list("id in ?1 and deletedAt is null", ids).stream()
                .map(queue -> queue.id)
                .collect(Collectors.toSet());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where there is no such queue */
    @Transactional
    public void check(long id) {
        if (!Queue.exists(id)) {
            throw unknown(id);
        }
    }

    /** The queue of tickets that nothing leads elsewhere. */
    @Transactional
    public QueueView defaultQueue() {
        return defaults.get(CurrentOrganisation.id(), () -> QueueView.of(Queue.ofOrganisation()));
    }

    /**
     * Admits a ticket that comes to a queue now: follows the diversions of closed and full queues, and of those whose
     * bot is gone, to the end.
     *
     * @param queueId the default queue, where null
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such queue
     */
    @Transactional
    public QueueAdmission admit(@Nullable Long queueId, Channel channel, Instant now, Backlog backlog) {
        var queue = queueId == null ? defaultQueue() : admitting(queueId);
        while (true) {
            var bot = queue.botFor(channel);
            if (bot != null && bot.apiClientId() == null) {
                queue = admitting(bot.handOverToQueueId());
                continue;
            }
            var opening = queue.whenClosed() == null || queue.businessHoursId() == null
                    ? Optional.<OpeningHours>empty()
                    : hours.find(queue.businessHoursId());
            var maxSize = queue.maxSize();
            boolean closed = opening.isPresent() && !opening.get().isOpen(now);
            var full = !closed && maxSize != null && backlog.hasAtLeast(queue.id(), maxSize.tickets()) ? maxSize : null;
            var then = closed ? queue.whenClosed() : full == null ? null : full.then();
            if (then != Diversion.OVERFLOW) {
                var opensAt = closed ? opening.get().nextOpening(now).orElse(null) : null;
                return new QueueAdmission(queue.id(), queue.name(), then, closed, opensAt);
            }
            queue = admitting(requireNonNull(queue.overflowQueueId()));
        }
    }

    private QueueView admitting(long id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /** The next openings of those of these queues that are closed now, within a year. */
    @Transactional
    public Map<Long, Instant> openings(Collection<Long> ids, Instant now) {
        var openings = new HashMap<Long, Instant>();
        for (var queue : Queue.<Queue>list("id in ?1 and businessHoursId is not null", ids)) {
            hours.find(requireNonNull(queue.businessHoursId))
                    .filter(opening -> !opening.isOpen(now))
                    .flatMap(opening -> opening.nextOpening(now))
                    .ifPresent(opensAt -> openings.put(queue.id, opensAt));
        }
        return openings;
    }

    /** The time in which a queue is open. */
    @Transactional
    public OpenTime openTime(QueueView queue) {
        return new OpenTime(queue.businessHoursId() == null ? null : hours.openingHours(queue.businessHoursId()));
    }

    /** The ids of queues that groups serve. */
    @Transactional
    public List<Long> servedByGroups() {
        return QueueMember.queuesOfGroups();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where it would overflow into itself */
    @Transactional
    QueueView update(long id, QueueRequest change, @Nullable String ifMatch) {
        RosterLock.lock();
        var queue = living(id);
        EntityTags.check(ifMatch, queue.version);
        check(id, change);
        var before = QueueView.of(queue);
        queue.set(change);
        Queue.flush();
        var after = QueueView.of(queue);
        audit.record(Action.QUEUE_UPDATED, id, before, after);
        eligibility.queueChanged(queue.id);
        return after;
    }

    /** Refused while another queue overflows into it, and where a feature above refuses. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        RosterLock.lock();
        var queue = living(id);
        EntityTags.check(ifMatch, queue.version);
        if (queue.isDefault) {
            throw ProblemType.CONFLICT.because(QueueWords.DEFAULT_STAYS);
        }
        if (Queue.isLedTo(id)) {
            throw ProblemType.STILL_REFERRED_TO.because(QueueWords.OVERFLOWS_INTO_IT);
        }
        queue.deletedAt = Times.now();
        Queue.flush();
        deletions.forEach(deletion -> deletion.queueDeleting(id));
        QueueMember.deleteOf(id);
        audit.record(Action.QUEUE_DELETED, id, QueueView.of(queue), null);
        eligibility.queueChanged(queue.id);
    }

    /** Chats that wait with the bot go on without it. */
    @Override
    @Transactional
    public void clientRevoking(long account) {
        RosterLock.lock();
        for (var queue : Queue.answeredBy(account)) {
            var before = QueueView.of(queue);
            queue.botClientId = null;
            Queue.flush();
            audit.record(Action.QUEUE_UPDATED, queue.id, before, QueueView.of(queue));
            eligibility.queueChanged(queue.id);
        }
    }

    private void check(@Nullable Long own, QueueRequest request) {
        checkLeadsOn(own, request);
        checkHours(request.businessHoursId());
        var bot = request.bot();
        if (bot != null && bot.apiClientId() != null && !accounts.isProgram(bot.apiClientId())) {
            throw ProblemType.CONFLICT.because(QueueWords.NO_CLIENT, bot.apiClientId());
        }
    }

    /**
     * Follows the queues of overflow and hand-over to their ends, which are never where they began. They cannot change
     * meanwhile.
     */
    private static void checkLeadsOn(@Nullable Long own, QueueRequest request) {
        var ahead = new ArrayDeque<Long>();
        if (request.overflowQueueId() != null) {
            ahead.add(request.overflowQueueId());
        }
        if (request.bot() != null) {
            ahead.add(request.bot().handOverToQueueId());
        }
        var known = new HashSet<Long>();
        while (!ahead.isEmpty()) {
            long next = ahead.remove();
            if (own != null && own == next) {
                throw ProblemType.CONFLICT.because(QueueWords.INTO_ITSELF);
            }
            if (known.add(next)) {
                ahead.addAll(referredTo(next).leadsTo());
            }
        }
    }

    private void checkHours(@Nullable Long id) {
        if (id != null && hours.find(id).isEmpty()) {
            throw ProblemType.CONFLICT.because(HoursWords.NO_HOURS, id);
        }
    }

    private static Queue referredTo(long id) {
        return Queue.byId(id).orElseThrow(() -> missing(id));
    }

    private static RuntimeException missing(long id) {
        return ProblemType.CONFLICT.because(QueueWords.NO_QUEUE, id);
    }

    private static Queue living(long id) {
        return Queue.byId(id).orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(QueueWords.NO_QUEUE, id);
    }
}
