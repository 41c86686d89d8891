package org.patchbay.tags;

/** The colour of a tag; pages choose a shade that can be read. */
public enum TagColour {
    GREY,
    RED,
    ORANGE,
    YELLOW,
    GREEN,
    TEAL,
    BLUE,
    PURPLE,
    PINK
}
