package org.patchbay.hours;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.shared.time.KnownTimeZone;

/** Business hours in a request. */
record BusinessHoursRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Office")
        String name,

        @NotNull @KnownTimeZone @Schema(description = "Of the IANA database", examples = "Europe/Berlin")
        String timeZone,

        @NotNull
        @Size(max = 168)
        @NonOverlapping
        @Schema(
                description = "Any number a day, by the clock on the wall, none overlapping another. One that passes"
                        + " midnight, such as 21:00 to 02:00, belongs to the day on which it begins")
        List<@NotNull @Valid Opening> weekly,

        @Size(max = 400)
        @NonOverlapping
        @Schema(
                description =
                        "Dates with other hours, each once; absent for none. They replace what begins on the date:"
                                + " what began the evening before still ends after midnight",
                nullable = true)
        List<@NotNull @Valid Holiday> holidays) {

    BusinessHoursRequest {
        holidays = holidays == null ? List.of() : holidays;
    }
}
