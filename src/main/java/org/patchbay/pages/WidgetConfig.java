package org.patchbay.pages;

import io.smallrye.config.ConfigMapping;

/** Settings of the widgets of organisations that have not set theirs. */
@ConfigMapping(prefix = "patchbay.widget")
interface WidgetConfig {

    /** Whether people may talk without an account of their own. */
    boolean visitorsByDefault();
}
