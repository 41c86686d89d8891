package org.patchbay.attachments.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The files that browsers may show as they are: in their types no program can hide, and none seems to. */
public final class Harmless {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final Set<String> RECORDINGS =
            Set.of("audio/mpeg", "audio/ogg", "audio/webm", "video/ogg", "video/webm");

    /** A program that is looked for in a file is looked for at its beginning. */
    private static final int LOOKED_AT = 1 << 16;

    private static final Pattern MARKUP =
            Pattern.compile("<(?:script|svg|html|body|iframe|!doctype)\\b", Pattern.CASE_INSENSITIVE);

    private Harmless() {}

    /**
     * Whether a browser may show it.
     *
     * @param size of a picture; one without any is none that could be shown
     */
    public static boolean is(String type, Optional<PictureSize> size, InputStream content) throws IOException {
        return (PICTURES.contains(type) && size.isPresent() || RECORDINGS.contains(type))
                && !MARKUP.matcher(new String(content.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1))
                        .find();
    }
}
