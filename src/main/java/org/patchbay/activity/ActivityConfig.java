package org.patchbay.activity;

import io.smallrye.config.ConfigMapping;

/** Settings of who looks and who types. */
@ConfigMapping(prefix = "patchbay.activity")
interface ActivityConfig {

    /** The broker's name of the topic by which replicas tell each other; in RabbitMQ 4 {@code /topic/activity}. */
    String address();
}
