package org.patchbay.tickets;

/** Finds agents for waiting tickets. The feature above that assigns tickets implements it. */
public interface AgentSearch {

    /**
     * Looks for an agent for a waiting ticket, in the transaction under way, which holds its lock. A free agent has the
     * ticket, or an older one, when this returns. Where it still waits then, it is looked for again after the commit.
     *
     * <p>Nothing here waits for a lock. Afterwards the transaction may not wait for the lock of a ticket, an agent or
     * the roster.
     */
    void seekFor(Ticket ticket);
}
