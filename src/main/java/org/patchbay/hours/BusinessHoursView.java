package org.patchbay.hours;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Business hours as clients see them. */
@RegisterForReflection
record BusinessHoursView(
        @Schema(examples = "3") long id,
        @Schema(examples = "Office") String name,
        @Schema(examples = "Europe/Berlin") String timeZone,
        List<Opening> weekly,
        List<Holiday> holidays,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static BusinessHoursView of(BusinessHours hours) {
        return new BusinessHoursView(hours.id, hours.name, hours.timeZone, hours.weekly, hours.holidays, hours.version);
    }
}
