package org.patchbay.privacy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

/** How long organisations keep what was said and what happened. */
@ApplicationScoped
public class Retention {

    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;

    Retention(CurrentOrganisation currentOrganisation, Audit audit) {
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    @Transactional
    RetentionView read() {
        return RetentionView.ofOrganisation();
    }

    /**
     * @throws org.hibernate.exception.ConstraintViolationException where two say it first at once, which becomes 409
     */
    @Transactional
    RetentionView set(RetentionRequest request, @Nullable String ifMatch) {
        var before = RetentionView.ofOrganisation();
        EntityTags.check(ifMatch, before.version());
        var setting = RetentionSetting.ofOrganisation().orElseGet(RetentionSetting::create);
        setting.closedTicketsDays = request.closedTicketsDays();
        setting.feedDays = request.feedDays();
        setting.persistAndFlush();
        var after = RetentionView.ofOrganisation();
        if (!after.equals(before)) {
            audit.record(Action.RETENTION_SET, CurrentOrganisation.id(), before, after);
        }
        return after;
    }

    /** How long events of the feed are kept, by organisation; none of those that leave it to the installation. */
    public Map<Long, Duration> ofFeeds() {
        return said(setting -> setting.feedDays);
    }

    /** How long what was said in tickets that are over is kept, by organisation; none of those that keep it. */
    Map<Long, Duration> ofTickets() {
        return said(setting -> setting.closedTicketsDays);
    }

    private Map<Long, Duration> said(Function<RetentionSetting, @Nullable Integer> chosen) {
        return currentOrganisation.everywhere(() -> {
            var said = new HashMap<Long, Duration>();
            for (var setting : RetentionSetting.all()) {
                var days = chosen.apply(setting);
                if (days != null) {
                    said.put(setting.organisationId(), Duration.ofDays(days));
                }
            }
            return said;
        });
    }
}
