package org.patchbay.feed;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;

/** News that nobody keeps. */
interface LiveNews {

    /** The type of the messages that tell of it. */
    String type();

    /** The text for somebody who listens; null where they are not told. */
    @Nullable
    String textFor(Actor listener, Visibility visibility);
}
