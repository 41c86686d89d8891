package org.patchbay.macros;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.customers.Customers;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.replies.Placeholders;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketSteps;
import org.patchbay.tickets.TicketTransfer;
import org.patchbay.tickets.TicketView;
import org.patchbay.tickets.Tickets;
import org.patchbay.tickets.WorkPermission;

/** Takes the steps of a macro with a ticket: all of them, or none. */
@ApplicationScoped
class MacroRuns {

    private final Macros macros;
    private final Tickets tickets;
    private final TicketSteps ticketSteps;
    private final TicketDispatch dispatch;
    private final TicketTransfer transfer;
    private final Customers customers;

    MacroRuns(
            Macros macros,
            Tickets tickets,
            TicketSteps ticketSteps,
            TicketDispatch dispatch,
            TicketTransfer transfer,
            Customers customers) {
        this.macros = macros;
        this.tickets = tickets;
        this.ticketSteps = ticketSteps;
        this.dispatch = dispatch;
        this.transfer = transfer;
        this.customers = customers;
    }

    /**
     * Runs a macro at the will of a supervisor, or of the agent who holds the ticket.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem those of its steps, and {@code conflict} where it says what
     *     is not known
     */
    @Transactional
    TicketView run(Actor actor, long ticketId, long macroId, @Nullable String ifMatch) {
        var steps = macros.read(macroId).steps();
        // A ticket that can still be cancelled can still be worked at.
        var ticket = tickets.lockedFor(actor, ticketId, Step.CANCEL, ifMatch);
        WorkPermission.check(actor, ticket);
        mark(actor, ticketId, steps);
        say(actor, ticket, steps);
        end(actor, ticket, steps);
        // An agent who hands the ticket on need not see it any more.
        return CurrentVisibility.ofEverything(() -> tickets.read(actor, ticketId));
    }

    private void mark(Actor actor, long ticket, MacroSteps steps) {
        tickets.mark(actor, ticket, steps.tagIds(), steps.fields());
        if (steps.priority() != null) {
            tickets.prioritise(actor, ticket, steps.priority(), null);
        }
    }

    private void say(Actor actor, Ticket ticket, MacroSteps steps) {
        if (steps.note() != null) {
            tickets.note(actor, ticket.id(), TicketEventType.NOTED_INTERNALLY, filled(steps.note(), ticket, actor));
        }
        if (steps.reply() != null) {
            tickets.note(actor, ticket.id(), TicketEventType.NOTED, filled(steps.reply(), ticket, actor));
        }
    }

    private void end(Actor actor, Ticket ticket, MacroSteps steps) {
        if (steps.queueId() != null) {
            transfer.move(actor, ticket.id(), steps.queueId(), null, null);
        }
        if (steps.resolve()) {
            ticketSteps.check(actor, ticket, Step.RESOLVE, null);
            dispatch.take(actor, ticket, Step.RESOLVE, null);
        }
    }

    private String filled(String text, Ticket ticket, Actor actor) {
        var values = valuesOf(ticket, actor);
        return Placeholders.filled(text, name -> {
            var value = values.get(name);
            if (value == null) {
                throw ProblemType.CONFLICT.because(MacroWords.UNKNOWN_VALUE, "{" + name + "}");
            }
            return value;
        });
    }

    private Map<String, @Nullable String> valuesOf(Ticket ticket, Actor actor) {
        var values = new HashMap<String, @Nullable String>();
        values.put("customer.name", CurrentVisibility.ofEverything(() -> customers
                .read(ticket.customerId())
                .name()));
        values.put("ticket.id", Long.toString(ticket.id()));
        values.put("order.number", ticket.snapshot().orderNumber());
        values.put("agent.name", actor.name());
        return values;
    }
}
