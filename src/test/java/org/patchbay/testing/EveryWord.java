package org.patchbay.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.patchbay.shared.language.Language;
import org.patchbay.shared.language.Words;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All that people are told, by which an answer in the wrong language is found. */
public final class EveryWord {

    /** A place of an argument, with or without a format, or one of Bean Validation. */
    private static final Pattern PLACE = Pattern.compile("\\$?\\{(?:[^{}]|\\{[^{}]*})*}");

    /** English sentences that are other ones in German. */
    private static final List<Pattern> ENGLISH = patterns(Stream.concat(sentences(), complaints()));

    /** All our sentences. */
    private static final Map<Language, List<Pattern>> OURS = Stream.of(Language.values())
            .collect(Collectors.toMap(
                    language -> language, language -> patterns(all().stream().map(words -> words.in(language)))));

    private EveryWord() {}

    /** Every constant of every enum of them. */
    public static List<Words> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.patchbay").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Words.class))
                        .sorted(Comparator.comparing(type -> type.getSimpleName()))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(Words.class::cast)
                        .toList();
    }

    /** The texts of a bundle in a language, by its keys; in English where it lacks the language. */
    public static Map<String, String> bundle(String name, Language language) {
        var bundle = ResourceBundle.getBundle(name, Locale.forLanguageTag(language.tag()));
        var said = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> said.put(key, bundle.getString(key)));
        return said;
    }

    /** The English part of an answer to somebody who reads German; empty where nothing is English. */
    public static Optional<String> englishIn(JsonNode answer) {
        return Stream.of(
                        answer.findValues("title"),
                        answer.findValues("detail"),
                        answer.findValues("message"),
                        answer.findValues("error"),
                        answer.findValues("failure"))
                .flatMap(List::stream)
                .map(JsonNode::asText)
                .filter(text -> ENGLISH.stream()
                        .anyMatch(english -> english.matcher(text).matches()))
                .findFirst();
    }

    /** Whether a sentence of ours says this, in this language. */
    public static boolean isOurs(String text, Language language) {
        return OURS.get(language).stream()
                .anyMatch(sentence -> sentence.matcher(text).matches());
    }

    private static List<Pattern> patterns(Stream<String> sentences) {
        return sentences
                .map(sentence -> Pattern.compile(
                        Stream.of(PLACE.split(sentence, -1))
                                .map(Pattern::quote)
                                .reduce((a, b) -> a + ".*" + b)
                                .orElseThrow(),
                        Pattern.DOTALL))
                .toList();
    }

    private static Stream<String> sentences() {
        return all().stream()
                .filter(words -> !words.in(Language.DE).equals(words.in(Language.EN)))
                .map(Words::english);
    }

    private static Stream<String> complaints() {
        return Stream.of("ValidationMessages", "org.hibernate.validator.ValidationMessages")
                .flatMap(name -> {
                    var german = bundle(name, Language.DE);
                    return bundle(name, Language.EN).entrySet().stream()
                            .filter(said -> !said.getValue().equals(german.get(said.getKey())))
                            .map(Map.Entry::getValue);
                });
    }
}
