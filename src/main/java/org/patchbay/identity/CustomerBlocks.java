package org.patchbay.identity;

/** Says which customers may not come in. The feature above that keeps customers implements it. */
public interface CustomerBlocks {

    /** Whether the customer of this account may not come in now. */
    boolean isBlocked(long account);
}
