package org.patchbay.conversations;

import org.jspecify.annotations.Nullable;

/**
 * Words or a file that are taken out of a message. Its author and its time stay.
 *
 * @param message as it was
 * @param event the line of history that it was said with
 * @param attachment the file; null where it is all of the message
 */
public record Removal(
        MessageView message, long event, @Nullable Long attachment) {

    /** The words that are gone; null where they stay. */
    public @Nullable String words() {
        return attachment == null ? message.text() : null;
    }
}
