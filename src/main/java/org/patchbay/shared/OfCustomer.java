package org.patchbay.shared;

/** An answer that tells of a customer, and is forgotten with them. */
public interface OfCustomer {

    long customerId();
}
