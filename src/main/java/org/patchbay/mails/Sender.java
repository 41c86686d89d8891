package org.patchbay.mails;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkus.mailer.Mail;

/** The one whom a mail is from, as a header has it (RFC 5322, RFC 2047). */
final class Sender {

    private static final Pattern ASCII = Pattern.compile("[ -~]*");

    /** An encoded word has 75 letters at most: those of as many bytes, and what says so. */
    private static final int BYTES_OF_A_WORD = 45;

    private Sender() {}

    /** A letter to somebody, with the shop's name before our address. */
    static Mail mail(Letter letter, String to, String name, String address) {
        return Mail.withText(to, letter.subject(), letter.text())
                .setHtml(letter.html())
                .setFrom(address)
                .addHeader("From", header(name, address));
    }

    static String header(@Nullable String name, String address) {
        var line = name == null ? "" : Letter.oneLine(name);
        if (line.isEmpty()) {
            return address;
        }
        return (ASCII.matcher(line).matches() ? quoted(line) : encoded(line)) + " <" + address + ">";
    }

    /** The part behind the @. */
    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String encoded(String name) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        name.codePoints().forEach(letter -> {
            var text = Character.toString(letter);
            if (bytes(word + text).length > BYTES_OF_A_WORD) {
                words.add(word(word.toString()));
                word.setLength(0);
            }
            word.append(text);
        });
        words.add(word(word.toString()));
        return String.join("\r\n ", words);
    }

    private static String word(String part) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(part)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
