package org.patchbay.tickets;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes tickets as JSON lines, however many. */
@ApplicationScoped
public class TicketExport {

    private static final int BATCH = 500;

    private final Tickets tickets;
    private final CurrentOrganisation currentOrganisation;
    private final ObjectMapper json;

    TicketExport(Tickets tickets, CurrentOrganisation currentOrganisation, ObjectMapper json) {
        this.tickets = tickets;
        this.currentOrganisation = currentOrganisation;
        this.json = json;
    }

    /**
     * Writes tickets oldest first. Visibility and actor are settled now, because the text is written when the request's
     * context may be gone.
     */
    public StreamingOutput of(Actor actor, TicketSearch search) {
        var visibility = CurrentVisibility.current();
        return out -> write(
                out,
                after -> currentOrganisation.in(
                        actor.organisationId(),
                        () -> CurrentVisibility.of(
                                visibility, () -> tickets.list(actor, search, TicketSort.OLDEST, after, BATCH))));
    }

    private interface Pages {
        Page<TicketView> after(@Nullable String cursor);
    }

    private void write(OutputStream out, Pages pages) throws IOException {
        String after = null;
        do {
            var page = pages.after(after);
            for (var ticket : page.items()) {
                out.write(json.writeValueAsBytes(ticket));
                out.write('\n');
            }
            out.flush();
            after = page.next();
        } while (after != null);
    }
}
