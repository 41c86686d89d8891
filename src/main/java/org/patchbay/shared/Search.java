package org.patchbay.shared;

/** Text filters. */
public final class Search {

    private Search() {}

    /** A LIKE pattern (escape character {@code !}) for text that contains the part, or null for no filter. */
    public static String containing(String part) {
        if (part == null || part.isBlank()) {
            return null;
        }
        var escaped = part.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + escaped + "%";
    }
}
