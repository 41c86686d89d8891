package org.patchbay.hours;

/** Some time of a day, to the minute, in the words of the API. */
interface Span {

    String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";
    String TIME_MESSAGE = "must be a time from 00:00 to 24:00";

    /** Which day, or which date. */
    Object when();

    String from();

    String to();

    default int begin() {
        return minute(from());
    }

    default int end() {
        return minute(to());
    }

    /** Whether it can be asked for its {@link #begin} and {@link #end}. */
    default boolean complete() {
        return when() != null && isTime(from()) && isTime(to());
    }

    private static boolean isTime(String text) {
        return text != null && text.matches(TIME);
    }

    private static int minute(String time) {
        return 60 * Integer.parseInt(time.substring(0, 2)) + Integer.parseInt(time.substring(3));
    }
}
