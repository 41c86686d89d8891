package org.patchbay.shared.language;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Defines valid text, and how it is stored. A text has no NUL, which ends a text for others, and no half of a surrogate
 * pair, which no encoding can hold, so that the database would keep a question mark. It is stored composed, so that
 * texts that look the same are the same, whichever keyboard typed them.
 */
public final class Texts {

    /** The requirement, as the end of a sentence about a field. */
    public static final String RULE = "has no NUL and no half of a surrogate pair";

    private static final char NUL = 0;

    /** The length of {@code %20}. */
    private static final int ESCAPE = 3;

    private Texts() {}

    public static boolean isWhole(String text) {
        return text.codePoints().noneMatch(each -> each == NUL || isHalf(each));
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** The text in Unicode's normal form C. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The text of these bytes; empty where they are invalid. */
    public static Optional<String> ofUtf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
                    .filter(Texts::isWhole);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text of a part of an address, with its escapes; empty where it is invalid. */
    public static Optional<String> ofAddress(String escaped) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char next = escaped.charAt(i);
            if (next == '%') {
                if (!isEscape(escaped, i)) {
                    return Optional.empty();
                }
                bytes.write(HexFormat.fromHexDigits(escaped, i + 1, i + ESCAPE));
                i += ESCAPE - 1;
            } else {
                bytes.write(next == '+' ? ' ' : next);
            }
        }
        return ofUtf8(bytes.toByteArray());
    }

    private static boolean isEscape(String escaped, int at) {
        return at + ESCAPE <= escaped.length()
                && HexFormat.isHexDigit(escaped.charAt(at + 1))
                && HexFormat.isHexDigit(escaped.charAt(at + 2));
    }

    /** The beginning of the text, of no more than so many characters, without half a pair at its end. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
