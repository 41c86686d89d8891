package org.patchbay.customers;

/**
 * The words by which a feature above finds things that tell of customers and their orders. That feature implements it;
 * it is called in the transaction of the change.
 */
public interface CustomerSearchIndex {

    /** A customer is called otherwise from now on. */
    void customerRenamed(long customerId, String name);

    /** An order is of something else from now on, or somebody else's. */
    void orderChanged(long orderId, long customerId, String product);
}
