package org.patchbay.screens;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.screens.Person.Device;

/** Pictures of every screen, by {@code ./mvnw verify -Pscreenshots}; they are to be looked at, and prove nothing. */
class Screenshots {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @RegisterExtension
    static final Stage stage = new Stage(0);

    @Test
    void ofEveryScreen() {
        var scene = Scene.on(stage);
        scene.talk();
        take(scene, "desktop-light", Person.DESKTOP);
        take(scene, "desktop-dark", Person.DESKTOP.dark());
        take(scene, "phone-light", Person.PHONE);
        take(scene, "phone-dark", Person.PHONE.dark());
    }

    private static void take(Scene scene, String folder, Device device) {
        scene.screens().forEach((username, paths) -> {
            var person = scene.visitor(username, device);
            for (var path : paths) {
                person.comesTo(path);
                var name = path.replaceAll("[0-9]+", "one")
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("^-|-$", "");
                person.isSeen(PICTURES.resolve(folder).resolve(name + ".png"));
            }
        });
    }
}
