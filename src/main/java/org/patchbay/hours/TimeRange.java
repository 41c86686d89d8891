package org.patchbay.hours;

/** A range of time within a day, to the minute, as the API spells it. It may pass midnight, once. */
interface TimeRange {

    String FROM = "([01][0-9]|2[0-3]):[0-5][0-9]";
    String FROM_MESSAGE = "{patchbay.span.from}";

    String TO = "([01][0-9]|2[0-2]):[0-5][0-9]|23:([0-4][0-9]|5[0-8])|24:00";
    String TO_MESSAGE = "{patchbay.span.to}";

    String TO_DESCRIPTION =
            "Exclusive. Not later than `from`: on the next day. `24:00` is the end of the day; `23:59` is"
                    + " refused, because it leaves out the last minute";

    int DAY = 24 * 60;

    /** The beginning of its day, in minutes, on the time line of its kind. */
    long offset();

    /** The length of that time line, in minutes, after which it comes round. */
    default long round() {
        return Long.MAX_VALUE;
    }

    String from();

    String to();

    /** In minutes of its day. */
    default int begin() {
        return minute(from());
    }

    /** In minutes of its day, more than those of a day where it passes midnight. */
    default int end() {
        int end = minute(to());
        return end > begin() ? end : end + DAY;
    }

    default boolean takesNoTime() {
        return from().equals(to());
    }

    /** Whether {@link #offset}, {@link #begin} and {@link #end} can be asked. */
    default boolean complete() {
        return from() != null && from().matches(FROM) && to() != null && to().matches(TO);
    }

    private static int minute(String time) {
        return 60 * Integer.parseInt(time.substring(0, 2)) + Integer.parseInt(time.substring(3));
    }
}
