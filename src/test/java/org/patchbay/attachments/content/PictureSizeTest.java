package org.patchbay.attachments.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.patchbay.attachments.SomeFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Headers of pictures, whole and broken. */
class PictureSizeTest {

    @Test
    void theSizeStandsInTheHeader() throws IOException {
        for (var format : new String[] {"png", "gif", "jpeg"}) {
            assertEquals(
                    Optional.of(new PictureSize(300, 7)), size("image/" + format, SomeFiles.picture(format, 300, 7)));
        }
        assertEquals(Optional.of(new PictureSize(300, 7)), size("image/webp", SomeFiles.webp(300, 7)));
    }

    @Test
    void whatIsBrokenOrOfAnotherTypeHasNone() throws IOException {
        assertTrue(size("image/svg+xml", SomeFiles.png(2, 2)).isEmpty());
        for (var type : new String[] {"image/png", "image/gif", "image/jpeg", "image/webp"}) {
            assertTrue(size(type, new byte[0]).isEmpty(), type);
            assertTrue(size(type, new byte[100]).isEmpty(), type);
        }
    }

    @Test
    void noBytesMakeItFail() throws IOException {
        var random = new Random(7);
        for (var format : new String[] {"png", "gif", "jpeg"}) {
            var whole = SomeFiles.picture(format, 20, 20);
            for (int i = 0; i < 500; i++) {
                var broken = Arrays.copyOf(whole, random.nextInt(whole.length));
                for (int j = 0; j < Math.min(3, broken.length); j++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                size("image/" + format, broken)
                        .ifPresent(size -> assertTrue(size.width() > 0 && size.height() > 0, size.toString()));
            }
        }
    }

    private static Optional<PictureSize> size(String type, byte[] content) throws IOException {
        return PictureSize.of(type, new ByteArrayInputStream(content));
    }
}
