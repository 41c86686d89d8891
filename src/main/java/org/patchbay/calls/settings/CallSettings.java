package org.patchbay.calls.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

/** Knows how an organisation has its calls. */
@ApplicationScoped
public class CallSettings {

    private final Audit audit;
    private final EpochCache<Long, CallSettingView> settings;

    CallSettings(Audit audit, ConfigurationEpoch epoch) {
        this.audit = audit;
        this.settings = new EpochCache<>(epoch);
    }

    /** The setting of now. */
    @Transactional
    public CallSettingView current() {
        return settings.get(CurrentOrganisation.id(), CallSettingView::ofOrganisation);
    }

    @Transactional
    CallSettingView read() {
        return CallSettingView.ofOrganisation();
    }

    @Transactional
    CallSettingView set(CallSettingRequest request, @Nullable String ifMatch) {
        var before = CallSettingView.ofOrganisation();
        EntityTags.check(ifMatch, before.version());
        var setting = CallSetting.ofOrganisation().orElseGet(CallSetting::create);
        setting.voice = request.voice();
        setting.video = request.video();
        setting.listenersShown = request.listenersShown();
        setting.persistAndFlush();
        var after = CallSettingView.ofOrganisation();
        if (!after.equals(before)) {
            audit.record(Action.CALLS_SET, CurrentOrganisation.id(), before, after);
        }
        return after;
    }
}
