package org.patchbay.identity;

/** Work that a feature above gives to API clients. Any bean that implements this is found. */
public interface ClientRevocation {

    /** Goes on without the client, in the transaction that removes it, before that. */
    void clientRevoking(long account);
}
