package org.patchbay.routing;

import java.util.Collections;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.queues.Admission;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Diversion;
import org.patchbay.queues.Queues;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Times;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketRouter;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Every ticket goes to the default queue, or the one that is wished, or where that leads while it is closed or full. */
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
        var admission = queues.admit(queueOrNull, Times.now(), pools::hasAtLeast);
        if (admission.then() == Diversion.REFUSE) {
            throw refused(admission);
        }
        boolean callback = admission.then() == Diversion.CALLBACK && ticket.channel() != Channel.CALLBACK;
        var channel = callback ? Channel.CALLBACK : ticket.channel();
        long pool = pools.of(new Requirement(admission.queueId(), channel, Collections.emptySortedMap(), 0));
        var remark = callback ? "Taken in as a callback instead of " + ticket.channel() + ": " + why(admission) : null;
        return new Route(admission.queueId(), pool, null, channel, remark);
    }

    private static HttpProblem refused(Admission admission) {
        var problem =
                ProblemType.QUEUE_REFUSES.problem().withDetail(why(admission)).with("queue", admission.queueName());
        return (admission.opensAt() == null
                        ? problem
                        : problem.with("opensAt", admission.opensAt().toString()))
                .build();
    }

    private static String why(Admission admission) {
        return "The queue " + admission.queueName() + " is " + (admission.closed() ? "closed." : "full.");
    }
}
