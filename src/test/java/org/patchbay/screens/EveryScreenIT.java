package org.patchbay.screens;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.screens.Person.Device;

import static org.junit.jupiter.api.Assertions.assertAll;

/** What holds for every screen: axe-core finds no serious barrier, light or dark, and a phone shows all of it. */
class EveryScreenIT {

    @RegisterExtension
    static final Stage stage = new Stage(0);

    @Test
    void nothingKeepsAnybodyOutAtADeskInTheDarkNorOnAPhoneInGerman() {
        var scene = Scene.on(stage);
        assertAll(
                () -> look(scene, Person.DESKTOP.dark(), Person::meetsNoBarrier),
                () -> look(scene, Person.PHONE.german(), person -> {
                    person.meetsNoBarrier();
                    person.needsNotScrollSideways();
                }));
    }

    private static void look(Scene scene, Device device, Consumer<Person> check) {
        assertAll(scene.screens().entrySet().stream().flatMap(screens -> {
            var person = scene.visitor(screens.getKey(), device);
            return screens.getValue().stream().map(path -> () -> {
                person.comesTo(path);
                check.accept(person);
            });
        }));
    }
}
