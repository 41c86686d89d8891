package org.patchbay.conversations;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Settings of conversations. */
@ConfigMapping(prefix = "patchbay.conversations")
interface ConversationsConfig {

    /** How long authors may remove what they wrote; supervisors always may. */
    Duration removableFor();
}
