package org.patchbay.shared.tenancy;

/** An answer that tells of a customer, and is forgotten with them. */
public interface OfCustomer {

    long customerId();
}
