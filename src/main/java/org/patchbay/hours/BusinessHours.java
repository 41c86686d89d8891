package org.patchbay.hours;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Hours in which queues are open. */
@Entity
class BusinessHours extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;

    String timeZone;

    @Convert(converter = Openings.class)
    List<Opening> weekly;

    @Convert(converter = Holidays.class)
    List<Holiday> holidays;

    @Version
    int version;

    /** The weekly hours. */
    @Converter
    static class Openings extends JsonConverter<List<Opening>> {
        Openings() {
            super(new TypeReference<>() {});
        }
    }

    /** The dates with other hours. */
    @Converter
    static class Holidays extends JsonConverter<List<Holiday>> {
        Holidays() {
            super(new TypeReference<>() {});
        }
    }

    static BusinessHours create(BusinessHoursRequest request) {
        var hours = new BusinessHours();
        hours.set(request);
        hours.persist();
        return hours;
    }

    void set(BusinessHoursRequest request) {
        name = request.name();
        timeZone = request.timeZone();
        weekly = request.weekly();
        holidays = request.holidays();
    }

    OpeningHours openingHours() {
        return new OpeningHours(ZoneId.of(timeZone), weekly, holidays);
    }

    static Optional<BusinessHours> byId(long id) {
        return findByIdOptional(id);
    }

    static List<BusinessHours> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }
}
