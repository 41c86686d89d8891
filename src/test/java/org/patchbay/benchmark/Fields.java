package org.patchbay.benchmark;

/** Reads single fields of JSON without building a tree of the whole. */
final class Fields {

    private Fields() {}

    /**
     * The number of the first field of this name.
     *
     * @throws IllegalArgumentException where there is none
     */
    static long number(String json, String name) {
        var field = "\"" + name + "\":";
        int at = json.indexOf(field);
        int from = at + field.length();
        int to = from;
        while (to < json.length() && Character.isDigit(json.charAt(to))) {
            to++;
        }
        if (at < 0 || from == to) {
            throw new IllegalArgumentException("No number " + name + " in " + json);
        }
        return Long.parseLong(json, from, to, 10);
    }
}
