package org.patchbay.screens;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.screens.Person.Size;

import com.microsoft.playwright.options.ColorScheme;

/** Pictures of every screen, by {@code ./mvnw verify -Pscreenshots}; they are to be looked at, and prove nothing. */
class Screenshots {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @RegisterExtension
    static final Stage stage = new Stage(0);

    @Test
    void ofEveryScreen() {
        var scene = Scene.on(stage);
        scene.talk(stage);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            take(scene, "desktop", Person.DESKTOP, scheme);
            take(scene, "phone", Person.PHONE, scheme);
        }
    }

    private static void take(Scene scene, String device, Size size, ColorScheme scheme) {
        scene.screens().forEach((username, paths) -> {
            var person = stage.visitor(username, size, scheme);
            for (var path : paths) {
                person.comesTo(path);
                var folder = device + "-" + scheme.name().toLowerCase(Locale.ROOT);
                var name = path.replaceAll("[0-9]+", "one")
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("^-|-$", "");
                person.isSeen(PICTURES.resolve(folder).resolve(name + ".png"));
            }
        });
    }
}
