package org.patchbay.customers;

/**
 * The things of customers that a feature above keeps. That feature implements it; it is called in the transaction of
 * the change.
 */
public interface CustomerBelongings {

    /** All that is one customer's is another's from now on. */
    void move(long from, long to);
}
