package org.patchbay.agents.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

/** How the current organisation notices that agents are gone. */
@ApplicationScoped
class AttendanceSettings {

    private final Audit audit;

    AttendanceSettings(Audit audit) {
        this.audit = audit;
    }

    @Transactional
    AttendanceView read() {
        return AttendanceView.ofOrganisation();
    }

    /** Works at once, also for agents who are away already. */
    @Transactional
    AttendanceView set(AttendanceRequest request, @Nullable String ifMatch) {
        RosterLock.lock();
        var before = AttendanceView.ofOrganisation();
        EntityTags.check(ifMatch, before.version());
        var setting = AttendanceSetting.ofOrganisation().orElseGet(AttendanceSetting::create);
        setting.askAfterSeconds = request.askAfterSeconds();
        setting.answerWithinSeconds = request.answerWithinSeconds();
        setting.returnAfterSeconds = request.returnAfterSeconds();
        setting.persistAndFlush();
        var after = AttendanceView.ofOrganisation();
        if (!after.equals(before)) {
            audit.record(Action.ATTENDANCE_SET, CurrentOrganisation.id(), before, after);
        }
        return after;
    }
}
