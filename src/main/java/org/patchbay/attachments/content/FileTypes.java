package org.patchbay.attachments.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds what a file is by its first bytes. Its name only says which kind of that it is: a ZIP archive called
 * {@code a.docx} is a document, and a program of that name stays a program. Nothing is unpacked or interpreted.
 */
@ApplicationScoped
public class FileTypes {

    /** The types by which browsers know what is in these containers. */
    private static final Map<String, String> AS_BROWSERS_SAY = Map.of(
            "application/ogg", "audio/ogg",
            "audio/vorbis", "audio/ogg",
            "audio/opus", "audio/ogg",
            "audio/speex", "audio/ogg",
            "video/theora", "video/ogg");

    private static final MediaType JSON = MediaType.application("json");

    private static final int EBML_HEADER = 64;

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

    FileTypes() {}

    /** @return such as {@code image/png}; {@code application/octet-stream} where the bytes tell nothing */
    public String of(InputStream content, String name) throws IOException {
        var marked = new BufferedInputStream(content, known.getMinLength());
        var bare = known.detect(marked, new Metadata());
        if (bare.equals(MediaType.OCTET_STREAM)) {
            // Of bytes that tell nothing a name could say anything.
            return bare.toString();
        }
        var named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        var kind = known.detect(marked, named);
        // Any text could be called a drawing or a program.
        boolean misleads = bare.equals(MediaType.TEXT_PLAIN) && !kind.getType().equals("text") && !kind.equals(JSON);
        var type = (misleads ? bare : kind).getBaseType().toString();
        return type.equals("application/x-matroska") && isWebM(marked)
                ? "video/webm"
                : AS_BROWSERS_SAY.getOrDefault(type, type);
    }

    /** A profile of Matroska, which says so in its header. */
    private static boolean isWebM(InputStream content) throws IOException {
        return new String(content.readNBytes(EBML_HEADER), StandardCharsets.ISO_8859_1).contains("webm");
    }
}
