package org.patchbay.shared.language;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextsTest {

    private static final String SMILE = "\ud83d\ude00";

    @Test
    void aTextHasNoNulAndBothHalvesOfEachPair() {
        assertTrue(Texts.isWhole(""));
        assertTrue(Texts.isWhole("Dörte " + SMILE + "\u202e\ufffd"));
        assertFalse(Texts.isWhole("a\0"));
        assertFalse(Texts.isWhole("\ud83d"));
        assertFalse(Texts.isWhole("\ude00\ud83d"));
        assertFalse(Texts.isWhole(SMILE + "\ude00"));
    }

    @Test
    void bytesAreATextIfTheyAreUtf8() {
        assertEquals(Optional.of(SMILE), Texts.ofUtf8(SMILE.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), Texts.ofUtf8(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD}));
        assertEquals(Optional.empty(), Texts.ofUtf8(new byte[] {0}));
    }

    @Test
    void aPartOfAnAddressIsATextIfItsEscapesAre() {
        assertEquals(Optional.of("a b\u00e4" + SMILE), Texts.ofAddress("a+b%C3%a4%F0%9F%98%80"));
        for (var none : new String[] {"%00", "%ED%A0%BD", "%ff", "%", "%4", "%zz", "\u00e4"}) {
            assertEquals(Optional.empty(), Texts.ofAddress(none), none);
        }
    }

    @Test
    void aTextIsKeptComposed() {
        assertEquals("\u00e9", Texts.composed("e\u0301"));
        assertEquals("\u1ecd\u0301", Texts.composed("o\u0301\u0323"), "as far as there is a character");
    }

    @Test
    void theBeginningOfATextEndsWithNoHalf() {
        assertEquals("a" + SMILE, Texts.beginning("a" + SMILE, 3));
        assertEquals("a", Texts.beginning("a" + SMILE, 2));
        assertEquals("ab", Texts.beginning("abc", 2));
    }
}
