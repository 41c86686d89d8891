package org.patchbay.agents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.AttendanceResource.AttendanceRequest;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.Tenancy;
import org.patchbay.shared.Versions;

/** How the current organisation sees whether its agents are there. */
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

    /** Works at once, also for who is away already. */
    @Transactional
    AttendanceView set(AttendanceRequest request, String ifMatch) {
        Roster.lock();
        var before = AttendanceView.ofOrganisation();
        Versions.check(ifMatch, before.version());
        var setting = AttendanceSetting.ofOrganisation().orElseGet(AttendanceSetting::create);
        setting.askAfterSeconds = request.askAfterSeconds();
        setting.answerWithinSeconds = request.answerWithinSeconds();
        setting.returnAfterSeconds = request.returnAfterSeconds();
        setting.persistAndFlush();
        var after = AttendanceView.ofOrganisation();
        if (!after.equals(before)) {
            audit.record(Action.ATTENDANCE_SET, Tenancy.organisation(), before, after);
        }
        return after;
    }
}
