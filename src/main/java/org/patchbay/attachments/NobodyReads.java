package org.patchbay.attachments;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.Actor;

import io.quarkus.arc.DefaultBean;

/** Holds where no feature keeps messages: whatever is not allowed is denied. */
@ApplicationScoped
@DefaultBean
class NobodyReads implements AttachmentReaders {

    @Override
    public boolean mayRead(Actor reader, long conversationId, long messageNumber) {
        return false;
    }
}
