package org.patchbay.routing.matching;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.patchbay.routing.RoutingMetrics;
import org.patchbay.routing.assignments.AgentIdle;
import org.patchbay.routing.pools.PoolsFilled;
import org.patchbay.shared.events.Announcements;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.annotations.Blocking;

/**
 * Asks for a match over the AMQP channel once a change is committed, and answers such requests. The messages make
 * assignment fast; the sweep guarantees that nothing is forgotten. So a request that cannot be sent is dropped and
 * counted, and never stops the work that caused it.
 */
@ApplicationScoped
class AssignmentRequests {

    /** Of the observer that sends the last requests of a replica that stops. */
    static final int LAST_SENDING_PRIORITY = 3;

    private static final String CONNECTOR = "io.smallrye.reactive.messaging.amqp";
    private static final int BUFFERED = 1_000;

    /**
     * Longer than any transaction waits for a lock while it holds another. A row that is locked even then is left to
     * the sweep.
     */
    private static final Duration LONGEST_LOCKED = Duration.ofSeconds(15);

    /** A broker that is up takes them in a fraction of it. */
    private static final Duration LAST_SENDING = Duration.ofSeconds(1);

    private final MutinyEmitter<String> channel;
    private final Matcher matcher;
    private final RoutingMetrics metrics;
    private final CurrentOrganisation currentOrganisation;
    private final ObjectMapper json;
    private final ChannelRegistry channels;
    private final Shutdown shutdown;
    /** The sends under way, and one party for us, which arrives when the replica stops. */
    private final Phaser unsent = new Phaser(1);

    AssignmentRequests(
            @Channel("assignment-requests") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFERED)
                    MutinyEmitter<String> channel,
            Matcher matcher,
            RoutingMetrics metrics,
            CurrentOrganisation currentOrganisation,
            ObjectMapper json,
            ChannelRegistry channels,
            Shutdown shutdown) {
        this.channel = channel;
        this.matcher = matcher;
        this.metrics = metrics;
        this.currentOrganisation = currentOrganisation;
        this.json = json;
        this.channels = channels;
        this.shutdown = shutdown;
    }

    /** Asks for a match of agents who are idle, though something waits that they could take. */
    void send(long organisation, List<AgentIdle> idle) {
        idle.stream()
                .map(agent -> agent.hadRoom() ? null : agent.agentId())
                .distinct()
                .forEach(agent -> send(
                        agent == null
                                ? AssignmentRequest.anything(organisation)
                                : AssignmentRequest.agent(organisation, agent)));
    }

    void onFilled(@Observes(during = TransactionPhase.AFTER_SUCCESS) PoolsFilled filled) {
        send(AssignmentRequest.anything(filled.organisationId()));
    }

    void onAvailable(@Observes(during = TransactionPhase.AFTER_SUCCESS) TicketAvailable available) {
        send(
                available.leftAgentId() == null
                        ? AssignmentRequest.ticket(available.organisationId(), available.ticketId())
                        : AssignmentRequest.released(
                                available.organisationId(), available.ticketId(), available.leftAgentId()));
    }

    private void send(AssignmentRequest request) {
        try {
            var message = json.writeValueAsString(request);
            unsent.register();
            Announcements.send(channel, message, unsent::arriveAndDeregister, failure -> {
                unsent.arriveAndDeregister();
                dropped(request, failure);
            });
        } catch (JsonProcessingException e) {
            dropped(request, e);
        }
    }

    private void dropped(AssignmentRequest request, Throwable failure) {
        metrics.requestDropped();
        Log.debugf(failure, "Request is left to the sweep: %s", request);
    }

    /**
     * Runs before all others stop. Requests that were received but not begun return to the broker when the connection
     * ends.
     */
    void fetchNoMore(@Observes @Priority(0) ShutdownDelayInitiatedEvent event) {
        var requests = channels.getPausable("matcher");
        if (requests != null) {
            requests.pause();
        }
    }

    /**
     * After all others have stopped: what they announced leaves, unless the broker is away. Connections end now because
     * we do, and that the connector then finds no broker is no news.
     */
    void sendTheLast(@Observes @Priority(LAST_SENDING_PRIORITY) ShutdownDelayInitiatedEvent event)
            throws InterruptedException {
        try {
            unsent.awaitAdvanceInterruptibly(unsent.arrive(), LAST_SENDING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Log.debugf("Left to the sweep: %d requests", unsent.getUnarrivedParties());
        } finally {
            Logger.getLogger(CONNECTOR).setLevel(Level.OFF);
        }
    }

    /**
     * A request that fails goes back to the broker, which redelivers it up to its limit and then dead-letters it. A
     * request that comes while the replica stops is neither acknowledged nor refused, so that its delivery is not
     * counted.
     */
    @Incoming("matcher")
    @Blocking(value = "matcher", ordered = false)
    CompletionStage<Void> onMessage(Message<Object> message) {
        if (!shutdown.begin(Work.MESSAGES)) {
            return CompletableFuture.completedStage(null);
        }
        return answer(message).whenComplete((answered, failure) -> shutdown.end(Work.MESSAGES));
    }

    private CompletionStage<Void> answer(Message<Object> message) {
        try {
            onRequest(message.getPayload());
            return message.ack();
        } catch (RuntimeException | Error e) {
            return message.nack(e);
        }
    }

    private void onRequest(Object payload) {
        try {
            var request = parse(payload);
            metrics.requestLag(Duration.between(request.sentAt(), Times.now()));
            boolean settled = currentOrganisation.in(request.organisationId(), () -> match(request));
            // The holder of a lock that outlasts all tries may have nothing to announce when it lets go.
            if (!settled && request.sentAt().plus(LONGEST_LOCKED).isAfter(Times.now())) {
                send(request);
            }
        } catch (RuntimeException e) {
            metrics.requestFailed();
            Log.warnf("An assignment request failed and goes back to the broker: %s (%s)", payload, e.toString());
            throw e;
        }
    }

    /** @return whether nothing is left to match */
    private boolean match(AssignmentRequest request) {
        if (request.ticketId() == null && request.agentId() == null) {
            return matcher.matchStranded();
        }
        boolean ticketSettled = request.ticketId() == null || matcher.matchTicket(request.ticketId());
        boolean agentSettled = request.agentId() == null || matcher.matchAgent(request.agentId());
        return ticketSettled && agentSettled;
    }

    private AssignmentRequest parse(Object payload) {
        try {
            var text = payload instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : payload.toString();
            return json.readValue(text, AssignmentRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not an assignment request", e);
        }
    }
}
