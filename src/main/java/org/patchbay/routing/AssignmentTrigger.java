package org.patchbay.routing;

import org.patchbay.identity.Actor;

/**
 * How a ticket and an agent came together.
 *
 * @param actor the supervisor, or the holder, who chose; else null
 * @param began when somebody began to look for one of them, by the clock of {@link System#nanoTime}
 */
record AssignmentTrigger(Decision.Basis basis, Actor actor, long began) {

    static AssignmentTrigger of(Decision.Basis basis, long began) {
        return new AssignmentTrigger(basis, null, began);
    }
}
