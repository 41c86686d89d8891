package org.patchbay.screens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.junit.jupiter.api.Assertions.assertAll;

/** What holds for every screen: axe-core finds no serious barrier, light or dark, and a phone shows all of it. */
class EveryScreenIT {

    @RegisterExtension
    static final Stage stage = new Stage(0);

    /** In German, whose words are longer. */
    @Test
    void nothingKeepsAnybodyOutAtADeskInTheDarkNorOnAPhone() {
        var scene = Scene.on(stage);
        assertAll(scene.screens().entrySet().stream().flatMap(screens -> {
            var person = scene.visitor(screens.getKey(), Person.DESKTOP.dark().german());
            return screens.getValue().stream().map(path -> () -> {
                person.looksAt(Person.DESKTOP.dark()).comesTo(path);
                person.meetsNoBarrier();
                person.looksAt(Person.PHONE);
                person.meetsNoBarrier();
                person.needsNotScrollSideways();
            });
        }));
    }
}
