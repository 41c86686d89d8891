package org.patchbay.calls.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.calls.engine.JanusClient.Event;
import org.patchbay.calls.engine.JanusClient.Handle;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.logging.Log;

/**
 * Rooms of Janus' VideoRoom, which passes on what each device sends to those who are subscribed to it. Only Patchbay
 * subscribes anybody, so nobody hears whom they are not to hear: whispers need no second room, and hold no other.
 */
@ApplicationScoped
class JanusServer implements MediaServer {

    /** Janus ends a session of which it hears nothing for a minute; all are kept in so many looks. */
    private static final int LOOKS = 10;

    private final JanusClient janus;
    private final JanusNodes nodes;
    private final JanusConfig config;
    private final CurrentOrganisation currentOrganisation;

    /** Nodes that did not answer when this replica last looked. */
    private Set<String> silent = Set.of();

    private int looks;

    JanusServer(JanusClient janus, JanusNodes nodes, JanusConfig config, CurrentOrganisation currentOrganisation) {
        this.janus = janus;
        this.nodes = nodes;
        this.config = config;
        this.currentOrganisation = currentOrganisation;
    }

    @Override
    public EngineKind kind() {
        return EngineKind.JANUS;
    }

    @Override
    public Optional<String> place() {
        return nodes.quietest();
    }

    @Override
    public String connect(MediaRoom room, long leg, String offer) {
        lines(room).stream()
                .filter(line -> line.of() == leg || line.leg() == leg && line.isSent())
                .forEach(line -> discard(room, line));
        return make(room, leg, JanusLine.SENT, handle -> sent(room, handle, offer))
                .orElseThrow(() -> new MediaServerException("This device is being connected already"));
    }

    private Made<String> sent(MediaRoom room, Handle handle, String offer) {
        create(room, handle);
        var join = request("joinandconfigure", room).put("ptype", "publisher");
        var joined = described(handle, join, "offer", offer);
        return new Made<>(joined.data().path("id").asLong(), joined.needsDescription());
    }

    /** The first that sends makes the room. */
    private void create(MediaRoom room, Handle handle) {
        var create = request("create", room)
                .put("is_private", true)
                .put("publishers", MediaRoom.MOST)
                .put("bitrate", config.pictureBitrate())
                .put("bitrate_cap", true);
        config.adminKey().ifPresent(key -> create.put("admin_key", key));
        try {
            janus.ask(handle, create);
        } catch (JanusProblem problem) {
            if (!problem.isKnownRoom()) {
                throw problem;
            }
        }
    }

    @Override
    public List<MediaOffer> apply(MediaRoom room) {
        var legs = room.legs().stream().collect(Collectors.toMap(MediaRoom.MediaLeg::id, Function.identity()));
        var lines = new ArrayList<JanusLine>();
        for (var line : lines(room)) {
            if (isWanted(line, legs.get(line.leg())) && line.node().equals(room.node()) && !line.isAbandoned()) {
                lines.add(line);
            } else {
                discard(room, line);
            }
        }
        var feeds =
                lines.stream().filter(JanusLine::isHeard).collect(Collectors.toMap(JanusLine::leg, JanusLine::feed));
        var offers = new ArrayList<MediaOffer>();
        for (var leg : room.legs()) {
            for (long speaker : leg.hears()) {
                boolean isThere = lines.stream().anyMatch(line -> line.leg() == leg.id() && line.of() == speaker);
                var feed = feeds.get(speaker);
                if (!isThere && feed != null) {
                    subscribe(room, leg.id(), speaker, feed).ifPresent(offers::add);
                }
            }
        }
        return offers;
    }

    private static boolean isWanted(JanusLine line, MediaRoom.@Nullable MediaLeg leg) {
        return leg != null && (line.isSent() ? leg.speaks() : leg.hears().contains(line.of()));
    }

    private Optional<MediaOffer> subscribe(MediaRoom room, long leg, long speaker, long feed) {
        var join = request("join", room).put("ptype", "subscriber");
        join.putArray("streams").addObject().put("feed", feed);
        try {
            return make(room, leg, speaker, handle -> {
                        var offered = janus.tell(handle, join, null, null);
                        return new Made<>(null, offered.needsDescription());
                    })
                    .map(body -> new MediaOffer(leg, speaker, body));
        } catch (JanusProblem problem) {
            if (problem.isUnknownFeed() || problem.isUnknownRoom()) {
                // Nothing comes of it yet: its device reports when it is connected.
                return Optional.empty();
            }
            throw problem;
        }
    }

    @Override
    public void answered(MediaRoom room, long listener, long speaker, String answer) {
        line(room, listener, speaker)
                .map(JanusLine::handle)
                .ifPresent(handle -> described(handle, request("start", room), "answer", answer));
    }

    /** Tells Janus what a device says of itself. */
    private Event described(Handle handle, ObjectNode body, String type, String description) {
        try {
            return janus.tell(handle, body, type, description);
        } catch (JanusProblem problem) {
            throw problem.isOfDescription() ? new UnusableDescription(problem) : problem;
        }
    }

    @Override
    public void drop(MediaRoom room, long listener, long speaker) {
        line(room, listener, speaker).ifPresent(line -> discard(room, line));
    }

    private Optional<JanusLine> line(MediaRoom room, long leg, long of) {
        return lines(room).stream()
                .filter(line -> line.leg() == leg && line.of() == of)
                .findFirst();
    }

    @Override
    public void end(MediaRoom room) {
        var lines = lines(room);
        lines.stream()
                .map(JanusLine::handle)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(handle -> destroy(room, handle));
        lines.forEach(line -> discard(room, line));
    }

    /** Also without it a room is of no use to anybody: nobody but Patchbay is subscribed to anything. */
    private void destroy(MediaRoom room, Handle handle) {
        try {
            janus.ask(handle, request("destroy", room));
        } catch (MediaServerException e) {
            Log.debugf(e, "The room of call %d stays until its server ends", room.callId());
        }
    }

    @Override
    public List<LostRoom> keep() {
        if (!nodes.areThere()) {
            return List.of();
        }
        looks++;
        var silentNow = new HashSet<String>();
        var lost = new HashSet<LostRoom>();
        var seen = new HashSet<LostRoom>();
        var all = currentOrganisation.everywhere(() -> Transactions.inNew(JanusLine::all));
        for (var line : all) {
            boolean isFirst = seen.add(line.room());
            boolean isDue = isFirst || (line.session() + looks) % LOOKS == 0;
            if (isDue
                    && !lost.contains(line.room())
                    && !silentNow.contains(line.room().node())) {
                keep(line, silentNow, lost);
            }
        }
        // A node may be busy for a moment; whoever is silent twice is gone.
        seen.stream()
                .filter(room -> silent.contains(room.node()) && silentNow.contains(room.node()))
                .forEach(lost::add);
        silent = silentNow;
        return List.copyOf(lost);
    }

    @Override
    public void forget(LostRoom lost) {
        Transactions.inNew(() -> JanusLine.forget(lost));
    }

    private void keep(JanusLine.Known line, Set<String> silentNow, Set<LostRoom> lost) {
        try {
            janus.keepAlive(line.room().node(), line.session());
        } catch (JanusProblem problem) {
            if (problem.isUnknownSession() && line.isSent()) {
                lost.add(line.room());
            } else {
                Log.debugf(problem, "The line of leg %d is not kept", line.leg());
            }
        } catch (MediaServerException e) {
            silentNow.add(line.room().node());
        }
    }

    /** A connection that was made. */
    private record Made<T>(@Nullable Long feed, T result) {}

    /** Makes a connection, unless somebody else makes it. A failure leaves nothing behind. */
    private <T> Optional<T> make(MediaRoom room, long leg, long of, Function<Handle, Made<T>> work) {
        if (!Transactions.inNew(() -> JanusLine.claim(room, leg, of))) {
            return Optional.empty();
        }
        Handle handle = null;
        try {
            handle = janus.attach(room.node());
            var made = work.apply(handle);
            var attached = handle;
            if (Transactions.inNew(() -> JanusLine.made(room.callId(), leg, of, attached, made.feed()))) {
                return Optional.of(made.result());
            }
            destroy(handle);
            return Optional.empty();
        } catch (RuntimeException e) {
            Transactions.inNew(() -> JanusLine.unclaim(room.callId(), leg, of));
            destroy(handle);
            throw e;
        }
    }

    private void discard(MediaRoom room, JanusLine line) {
        if (Transactions.inNew(() -> line.remove(room.callId()))) {
            destroy(line.handle());
        }
    }

    /** Without it, its session ends after a minute by itself. */
    private void destroy(@Nullable Handle handle) {
        if (handle != null) {
            try {
                janus.destroy(handle.node(), handle.session());
            } catch (MediaServerException e) {
                Log.debugf(e, "A session of %s ends by itself", handle.node());
            }
        }
    }

    private static List<JanusLine> lines(MediaRoom room) {
        return Transactions.inNew(() -> JanusLine.ofCall(room.callId()));
    }

    private static ObjectNode request(String what, MediaRoom room) {
        return JsonNodeFactory.instance.objectNode().put("request", what).put("room", room.callId());
    }
}
