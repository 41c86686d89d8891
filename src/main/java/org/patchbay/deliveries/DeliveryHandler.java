package org.patchbay.deliveries;

/** Delivers what its feature adds. Any bean that implements this is found. */
public interface DeliveryHandler {

    /** The kind of all its deliveries. */
    String kind();

    /**
     * Delivers, outside any transaction, in the organisation of the delivery. After a crash it is asked again for what
     * it has delivered: the receiver has to tell that by something that follows from the delivery's id.
     *
     * @return what is written in the transaction that removes the delivery
     * @throws DeliveryFailed where it is tried again, or given up
     */
    Runnable deliver(Delivery delivery) throws DeliveryFailed;
}
