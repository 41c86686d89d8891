package org.patchbay.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.ConversationTickets.About;
import org.patchbay.shared.time.Times;

import static java.util.Objects.requireNonNull;

/** Those who are present, as far as this replica has heard. */
@ApplicationScoped
class Rooms {

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final Map<Key, Room> rooms = new ConcurrentHashMap<>();
    private volatile Instant lastSweep = Instant.EPOCH;

    private record Key(long organisation, long conversation) {}

    private record Room(About about, Map<Long, ActivityView> present) {

        /** The others, and how somebody is now. */
        private static Room after(@Nullable Room before, About about, ActivityView activity, Instant now) {
            var present = before == null ? new HashMap<Long, ActivityView>() : before.stillThere(now);
            if (activity.state() == ActivityState.LEFT) {
                present.remove(activity.accountId());
            } else {
                present.put(activity.accountId(), activity);
            }
            return new Room(about, present);
        }

        private Map<Long, ActivityView> stillThere(Instant now) {
            var there = new HashMap<>(present);
            there.values().removeIf(activity -> activity.isOver(now));
            return there;
        }
    }

    /**
     * Remembers what somebody does.
     *
     * @return what those present are told of it
     */
    ActivityNews enter(Signal signal, About about, ActivityView activity) {
        var now = Times.now();
        sweep(now);
        var key = new Key(signal.organisationId(), signal.conversationId());
        var before = new ActivityView[1];
        var room = requireNonNull(rooms.compute(key, (same, known) -> {
            before[0] = known == null ? null : known.present().get(signal.accountId());
            return Room.after(known, about, activity, now);
        }));
        return news(signal, room, activity, forCustomers(before[0], activity));
    }

    private static @Nullable ActivityView forCustomers(@Nullable ActivityView before, ActivityView now) {
        if (now.reachesCustomers()) {
            return now;
        }
        return before != null && before.reachesCustomers() ? now.left() : null;
    }

    /** The news of somebody who read on, for those present; nothing where nobody is. */
    Optional<ActivityNews> moved(Signal signal) {
        return Optional.ofNullable(rooms.get(new Key(signal.organisationId(), signal.conversationId())))
                .map(room -> news(signal, room, null, null));
    }

    private static ActivityNews news(
            Signal signal, Room room, @Nullable ActivityView forStaff, @Nullable ActivityView forCustomers) {
        var others = new HashSet<>(room.stillThere(Times.now()).keySet());
        others.remove(signal.accountId());
        return new ActivityNews(
                signal.organisationId(),
                signal.conversationId(),
                room.about(),
                signal.accountId(),
                others,
                forStaff,
                forCustomers);
    }

    /** Those who are present. */
    List<ActivityView> present(long organisation, long conversation) {
        var room = rooms.get(new Key(organisation, conversation));
        return room == null
                ? List.of()
                : List.copyOf(room.stillThere(Times.now()).values());
    }

    /** Those who close a page on their phone do not always say so. */
    private void sweep(Instant now) {
        if (lastSweep.plus(SWEEP_EVERY).isBefore(now)) {
            lastSweep = now;
            rooms.values().removeIf(room -> room.stillThere(now).isEmpty());
        }
    }
}
