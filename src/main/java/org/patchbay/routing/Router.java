package org.patchbay.routing;

import java.util.Collections;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.queues.Queues;
import org.patchbay.shared.ProblemType;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketRouter;

/** Every ticket goes to the default queue. */
@ApplicationScoped
class Router implements TicketRouter {

    private final Queues queues;
    private final Pools pools;

    Router(Queues queues, Pools pools) {
        this.queues = queues;
        this.pools = pools;
    }

    @Override
    public Route route(Ticket ticket, Long queueOrNull) {
        long queue = queueOrNull == null ? queues.defaultQueue().id() : checked(queueOrNull);
        long pool = pools.of(new Requirement(queue, ticket.channel(), Collections.emptySortedMap(), 0));
        return new Route(queue, pool, null);
    }

    private long checked(long queue) {
        return queues.find(queue)
                .orElseThrow(() -> ProblemType.CONFLICT.because("There is no queue " + queue + "."))
                .id();
    }
}
