package org.patchbay.docs;

import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting of an operator.
 *
 * @param type in words, with the form that values have
 * @param otherwise what holds where it is not set, in Markdown; empty where it must be set
 * @param meaning what it means, in one line of Markdown
 */
record Setting(String name, String type, String otherwise, String meaning) {

    /** One that no mapping of ours declares; what holds without is what is packaged, else {@code otherwise}. */
    static Setting other(Properties packaged, String name, String type, String otherwise, String meaning) {
        return new Setting(name, type, ofPackage(packaged, name, otherwise), meaning);
    }

    /** Its packaged value, with what differs in dev mode. */
    static String ofPackage(Properties packaged, String name, String otherwise) {
        var always = packaged.getProperty(name, "");
        var dev = packaged.getProperty("%dev." + name, packaged.getProperty("%dev,test." + name, ""));
        return Stream.of(
                        always.isEmpty() ? otherwise : "`" + always + "`",
                        dev.isEmpty() ? "" : "dev mode: `" + dev + "`")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** As SmallRye Config looks for it in the environment. */
    String variable() {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    String row() {
        return "| `%s`<br>`%s` | %s | %s | %s |\n"
                .formatted(name, variable(), type, otherwise, meaning.replace("|", "\\|"));
    }
}
