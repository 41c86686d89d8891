package org.patchbay.shared.language;

import org.jspecify.annotations.Nullable;

/**
 * Texts for people. The constants of an enum say them in English, each one sentence or a part of one. In every other
 * language {@code words_XX.properties} says them, by {@code Enum.CONSTANT}. A place for an argument is {@code {0}}, or
 * with a format of {@link java.text.MessageFormat}, such as {@code {0,choice,1#1 hour|1<{0} hours}}. An apostrophe is
 * an apostrophe.
 */
public interface Words {

    /** With the places of its arguments. */
    String english();

    /** As an enum has it. */
    String name();

    /** The sentence with its arguments, which may be sentences, too. */
    default Sentence with(@Nullable Object... arguments) {
        return Sentence.of(getClass().getSimpleName() + "." + name(), english(), arguments);
    }

    /** The sentence without arguments. */
    default String in(Language language) {
        return with().in(language);
    }
}
