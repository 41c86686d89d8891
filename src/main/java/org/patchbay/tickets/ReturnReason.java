package org.patchbay.tickets;

/** The reason for a return. */
public enum ReturnReason {
    DAMAGED,
    WRONG_ITEM,
    NOT_AS_DESCRIBED,
    ARRIVED_LATE,
    NO_LONGER_NEEDED,
    OTHER
}
