package org.patchbay.screens;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.screens.Person.Size;

import com.microsoft.playwright.options.ColorScheme;

import static org.junit.jupiter.api.Assertions.assertAll;

/** What holds for every screen: axe-core finds no serious barrier, light or dark, and a phone shows all of it. */
class EveryScreenIT {

    @RegisterExtension
    static final Stage stage = new Stage(0);

    @Test
    void nothingKeepsAnybodyOutAtADeskInTheDarkNorOnAPhoneInTheLight() {
        var scene = Scene.on(stage);
        assertAll(
                () -> look(scene, Person.DESKTOP, ColorScheme.DARK, Person::meetsNoBarrier),
                () -> look(scene, Person.PHONE, ColorScheme.LIGHT, person -> {
                    person.meetsNoBarrier();
                    person.needsNotScrollSideways();
                }));
    }

    private static void look(Scene scene, Size size, ColorScheme scheme, Consumer<Person> check) {
        assertAll(scene.screens().entrySet().stream().flatMap(screens -> {
            var person = stage.visitor(screens.getKey(), size, scheme);
            return screens.getValue().stream().map(path -> () -> {
                person.comesTo(path);
                check.accept(person);
            });
        }));
    }
}
