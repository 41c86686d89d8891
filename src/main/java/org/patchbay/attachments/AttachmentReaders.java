package org.patchbay.attachments;

import org.patchbay.identity.Actor;

/** Tells who reads the files of a message. The feature above that keeps messages implements it. */
public interface AttachmentReaders {

    /** Whether somebody of the message's organisation reads the message, and so its files. */
    boolean mayRead(Actor reader, long conversationId, long messageNumber);
}
