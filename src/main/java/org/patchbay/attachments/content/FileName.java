package org.patchbay.attachments.content;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Texts;

/**
 * Names of files as people gave them, cleaned of all that could mislead a person or a program: folders, characters that
 * are not seen or turn the text around, and those that some system does not take. Letters of any script stay.
 */
public final class FileName {

    /** In characters; the longest name of a file on most systems has 255 bytes. */
    public static final int MOST = 120;

    private static final int MOST_BYTES = 240;

    private static final String NAMELESS = "file";

    /** The longest ending that a shortened name keeps. */
    private static final int LONGEST_ENDING = 12;

    /** Scripts and emojis join letters by these two; all others of their category are not seen. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}\\p{Cs}]|[\\p{Cf}&&[^\\u200C\\u200D]]");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    /** Windows takes these for devices, whatever follows the point. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:CON|PRN|AUX|NUL|COM\\d|LPT\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileName() {}

    /** @return never empty */
    public static String clean(@Nullable String given) {
        if (given == null) {
            return NAMELESS;
        }
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var seen = UNSEEN.matcher(Texts.composed(last)).replaceAll("");
        var allowed = FORBIDDEN.matcher(BLANKS.matcher(seen).replaceAll(" ")).replaceAll("_");
        var name = shortened(EDGES.matcher(allowed).replaceAll(""));
        if (name.isEmpty()) {
            return NAMELESS;
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }

    /** Keeps its ending, by which people and programs know what it is. */
    private static String shortened(String name) {
        if (fits(name)) {
            return name;
        }
        int point = name.lastIndexOf('.');
        var ending = point > 0 && name.length() - point <= LONGEST_ENDING ? name.substring(point) : "";
        var stem = name.substring(0, name.length() - ending.length());
        while (!fits(stem + ending)) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.strip() + ending;
    }

    private static boolean fits(String name) {
        return name.length() <= MOST && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
