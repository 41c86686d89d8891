package org.patchbay.screens;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Without a media server. */
class CallIT extends CallContract {

    @RegisterExtension
    static final Stage stage = new Stage(1);

    @Override
    Stage stage() {
        return stage;
    }

    @Override
    String engine() {
        return "MESH";
    }
}
