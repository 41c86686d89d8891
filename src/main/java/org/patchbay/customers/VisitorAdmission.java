package org.patchbay.customers;

/** Says whether people may talk without an account of their own. The feature above that keeps widgets implements it. */
public interface VisitorAdmission {

    boolean admits(long organisation);
}
