package org.patchbay.attachments.content;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The size of a picture in pixels, as its header says it. The picture is never decoded: that is work without a bound,
 * which strangers would have us do.
 */
public record PictureSize(int width, int height) {

    private static final int GIF_SIGNATURE = 6;
    private static final int PNG_SIGNATURE = 8;
    private static final int JPEG_MARKER = 0xFF;
    private static final int JPEG_IMAGE = 0xD8;
    private static final int JPEG_END = 0xD9;
    private static final int JPEG_SCAN = 0xDA;
    private static final int WEBP_HEADER = 30;

    /** @return empty where the type has no such header, or a broken one */
    public static Optional<PictureSize> of(String type, InputStream content) throws IOException {
        var in = new DataInputStream(content);
        try {
            var size =
                    switch (type) {
                        case "image/png" -> png(in);
                        case "image/gif" -> gif(in);
                        case "image/jpeg" -> jpeg(in);
                        case "image/webp" -> webp(in.readNBytes(WEBP_HEADER));
                        default -> new PictureSize(0, 0);
                    };
            return Optional.of(size).filter(known -> known.width > 0 && known.height > 0);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static PictureSize png(DataInputStream in) throws IOException {
        in.skipNBytes(PNG_SIGNATURE);
        in.readInt();
        return in.readInt() == 0x49484452 ? new PictureSize(in.readInt(), in.readInt()) : new PictureSize(0, 0);
    }

    private static PictureSize gif(DataInputStream in) throws IOException {
        in.skipNBytes(GIF_SIGNATURE);
        return new PictureSize(little(in.readUnsignedShort()), little(in.readUnsignedShort()));
    }

    private static int little(int big) {
        return Short.toUnsignedInt(Short.reverseBytes((short) big));
    }

    /** Goes from segment to segment until that of the frame. */
    private static PictureSize jpeg(DataInputStream in) throws IOException {
        if (in.readUnsignedShort() != (JPEG_MARKER << 8 | JPEG_IMAGE)) {
            return new PictureSize(0, 0);
        }
        while (in.readUnsignedByte() == JPEG_MARKER) {
            int kind = in.readUnsignedByte();
            while (kind == JPEG_MARKER) {
                kind = in.readUnsignedByte();
            }
            if (kind == JPEG_END || kind == JPEG_SCAN) {
                break;
            }
            int length = in.readUnsignedShort();
            if (isFrame(kind)) {
                in.readUnsignedByte();
                int height = in.readUnsignedShort();
                return new PictureSize(in.readUnsignedShort(), height);
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
        return new PictureSize(0, 0);
    }

    /** C4, C8 and CC are tables. */
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static PictureSize webp(byte[] header) throws EOFException {
        if (header.length < WEBP_HEADER) {
            throw new EOFException();
        }
        return switch (new String(Arrays.copyOfRange(header, 12, 16), StandardCharsets.US_ASCII)) {
            case "VP8 " -> new PictureSize(number(header, 26, 2) & 0x3FFF, number(header, 28, 2) & 0x3FFF);
            case "VP8L" -> {
                int bits = number(header, 21, 4);
                yield new PictureSize((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
            }
            case "VP8X" -> new PictureSize(number(header, 24, 3) + 1, number(header, 27, 3) + 1);
            default -> new PictureSize(0, 0);
        };
    }

    /** The least byte comes first. */
    private static int number(byte[] bytes, int at, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }
}
