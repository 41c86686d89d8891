package org.patchbay.customers;

/** A customer is called otherwise from now on. Fired inside that transaction. */
public record CustomerRenamed(long customerId, String name) {}
