package org.patchbay.shared.persistence;

/**
 * Nobody knows whether a transaction was committed: the connection to the database was lost at its end. Its work is not
 * done again, which might do it twice.
 */
public final class CommitInDoubt extends RuntimeException {

    CommitInDoubt(RuntimeException cause) {
        super(cause);
    }
}
