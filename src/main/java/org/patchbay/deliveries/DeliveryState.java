package org.patchbay.deliveries;

/** How a delivery stands. */
enum DeliveryState {
    /** It is tried, again and again. */
    WAITING,
    /** All attempts failed, or the first showed that no other would succeed. */
    PARKED
}
