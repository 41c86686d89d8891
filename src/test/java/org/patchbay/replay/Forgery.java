package org.patchbay.replay;

import java.util.Optional;

/** A false decision, to see whether the replay objects. */
public enum Forgery {
    /** The ticket goes to the next agent by number. */
    ANOTHER_AGENT {
        @Override
        Optional<Claim> of(Claim claim, World world) {
            return world.all("agent").stream()
                    .map(Row::id)
                    .filter(agent -> agent > claim.agent())
                    .findFirst()
                    .map(agent -> claim.by(agent, claim.ticket()));
        }
    },
    /** The agent gets the last waiting ticket, whatever its requirement. */
    ANOTHER_TICKET {
        @Override
        Optional<Claim> of(Claim claim, World world) {
            return world.waiting()
                    .map(Row::id)
                    .filter(ticket -> ticket != claim.ticket())
                    .reduce((first, second) -> second)
                    .map(ticket -> claim.by(claim.agent(), ticket));
        }
    };

    /** Empty where there is nothing else. */
    abstract Optional<Claim> of(Claim claim, World world);
}
