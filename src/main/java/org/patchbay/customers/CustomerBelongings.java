package org.patchbay.customers;

import java.util.List;

import org.patchbay.identity.Actor;

/**
 * The things of customers that a feature above keeps. That feature implements it; it is called in the transaction of
 * the change.
 */
public interface CustomerBelongings {

    /** The ids of what belongs to somebody. */
    record Things(List<Long> tickets, List<Long> conversations) {}

    /** Ends the chats that are under way with a customer. */
    void endChats(Actor by, long customer);

    /**
     * All that is one customer's is another's from now on.
     *
     * @return what that is
     */
    Things move(long from, long to);

    /** These things are another customer's from now on, with the tickets that continued them since. */
    void move(Things things, long from, long to);
}
