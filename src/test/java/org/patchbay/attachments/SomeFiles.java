package org.patchbay.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files of many types, small and whole. */
public final class SomeFiles {

    private static final int MUCH = 64 << 20;

    private SomeFiles() {}

    public static byte[] png(int width, int height) {
        return picture("png", width, height);
    }

    /** @param format such as {@code jpg} */
    public static byte[] picture(String format, int width, int height) {
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header of an extended WebP, which is all that is looked at. */
    public static byte[] webp(int width, int height) {
        var bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(text("RIFF")).putInt(56).put(text("WEBPVP8X")).putInt(10).putInt(0);
        bytes.putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1));
        return bytes.array();
    }

    public static byte[] pdf() {
        return text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** 64 MB of zeros in some kilobytes. */
    public static byte[] zipBomb() {
        try {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("zeros"));
                zip.write(new byte[MUCH]);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that would run. */
    public static byte[] program() {
        return Arrays.copyOf(text("MZ"), 512);
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
