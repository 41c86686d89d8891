package org.patchbay.hours;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;

/** The business hours of an organisation. */
@ApplicationScoped
public class Hours {

    private final Audit audit;
    private final EpochCache<Long, Optional<OpeningHours>> openingHours;

    Hours(Audit audit, ConfigurationEpoch epoch) {
        this.audit = audit;
        this.openingHours = new EpochCache<>(epoch);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} */
    @Transactional
    public OpeningHours openingHours(long id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** Empty where there are no such hours. */
    @Transactional
    public Optional<OpeningHours> find(long id) {
        return openingHours.get(id, () -> BusinessHours.byId(id).map(BusinessHours::openingHours));
    }

    /** All business hours, by id. */
    @Transactional
    public Map<Long, OpeningHours> all() {
        return BusinessHours.<BusinessHours>listAll().stream()
                .collect(Collectors.toMap(hours -> hours.id, BusinessHours::openingHours));
    }

    @Transactional
    BusinessHoursView create(BusinessHoursRequest request) {
        var view = BusinessHoursView.of(BusinessHours.create(request));
        audit.record(Action.BUSINESS_HOURS_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<BusinessHoursView> list(@Nullable String after, int limit) {
        var rows = BusinessHours.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, BusinessHoursView::of, hours -> Cursor.at(hours.id));
    }

    @Transactional
    BusinessHoursView read(long id) {
        return BusinessHoursView.of(existing(id));
    }

    @Transactional
    BusinessHoursView update(long id, BusinessHoursRequest change, @Nullable String ifMatch) {
        var hours = existing(id);
        EntityTags.check(ifMatch, hours.version);
        var before = BusinessHoursView.of(hours);
        hours.set(change);
        BusinessHours.flush();
        var after = BusinessHoursView.of(hours);
        audit.record(Action.BUSINESS_HOURS_UPDATED, id, before, after);
        return after;
    }

    /** Refused while a queue uses these hours. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        var hours = existing(id);
        EntityTags.check(ifMatch, hours.version);
        hours.delete();
        BusinessHours.flush();
        audit.record(Action.BUSINESS_HOURS_DELETED, id, BusinessHoursView.of(hours), null);
    }

    private static BusinessHours existing(long id) {
        return BusinessHours.byId(id).orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(HoursWords.NO_HOURS, id);
    }
}
