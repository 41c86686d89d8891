package org.patchbay.customers;

/** An order is of something else from now on, or somebody else's. Fired inside that transaction. */
public record OrderChanged(long orderId, long customerId, String product) {}
