package org.patchbay.routing.decisions;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;

/**
 * The event that brought a ticket and an agent together.
 *
 * @param actor the supervisor, or the holder, who chose; else null
 * @param began when the search for one of them began, by the clock of {@link System#nanoTime}
 */
public record AssignmentTrigger(Basis basis, @Nullable Actor actor, long began) {

    /** The one who decided. */
    public enum Basis {
        /** Somebody was sought for the ticket: the first in the order of its queue who may be given it. */
        MATCHER,
        /** A ticket was sought for an agent who was free: the first that waited for them. Nobody else was looked at. */
        FREED_AGENT,
        /** A supervisor chose the agent. */
        SUPERVISOR,
        /** The agent who held it handed it on to another. */
        HOLDER
    }

    public static AssignmentTrigger of(Basis basis, long began) {
        return new AssignmentTrigger(basis, null, began);
    }
}
