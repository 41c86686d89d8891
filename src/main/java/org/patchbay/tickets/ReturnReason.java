package org.patchbay.tickets;

/** Why a product is returned. */
public enum ReturnReason {
    DAMAGED,
    WRONG_ITEM,
    NOT_AS_DESCRIBED,
    ARRIVED_LATE,
    NO_LONGER_NEEDED,
    OTHER
}
