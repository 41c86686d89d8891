package org.patchbay.screens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertAll;

/** Promises of every screen: axe-core finds no serious barrier, light or dark, and a phone shows all of it. */
class EveryScreenIT {

    @RegisterExtension
    static final Stage stage = new Stage(0);

    @Test
    void nothingKeepsAnybodyOutAtADeskInTheDarkNorOnAPhoneInGerman() {
        var scene = Scene.on(stage);
        assertAll(scene.screens().entrySet().stream().flatMap(screens -> {
            var atADesk = scene.visitor(screens.getKey(), Person.DESKTOP.dark());
            var onAPhone = scene.visitor(screens.getKey(), Person.PHONE.german());
            return screens.getValue().stream().map(path -> () -> {
                // Both are under way at once: most of the time is waiting for late content.
                atADesk.page().navigate(path);
                onAPhone.page().navigate(path);
                assertAll(
                        () -> atADesk.arrives().meetsNoBarrier(),
                        () -> onAPhone.arrives().meetsNoBarrier(),
                        onAPhone::needsNotScrollSideways);
            });
        }));
    }
}
