package org.patchbay.recordings.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.queues.QueueDeletion;
import org.patchbay.queues.Queues;
import org.patchbay.recordings.RecordingWords;
import org.patchbay.recordings.vault.RecordingVault;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

/** Knows which calls an organisation records. */
@ApplicationScoped
public class RecordingSettings implements QueueDeletion {

    private final Queues queues;
    private final RecordingVault vault;
    private final Audit audit;
    private final EpochCache<Long, RecordingSettingView> settings;

    RecordingSettings(Queues queues, RecordingVault vault, Audit audit, ConfigurationEpoch epoch) {
        this.queues = queues;
        this.vault = vault;
        this.audit = audit;
        this.settings = new EpochCache<>(epoch);
    }

    /** The setting of now. */
    @Transactional
    public RecordingSettingView current() {
        return settings.get(CurrentOrganisation.id(), RecordingSettingView::ofOrganisation);
    }

    /** Has all calls be recorded and customers be told, unless the organisation said which, or there is no key. */
    @Transactional
    public void recordAllByDefault() {
        if (vault.isReady() && RecordingSetting.ofOrganisation().isEmpty()) {
            var setting = RecordingSetting.create();
            setting.rules = List.of(new RecordingRule(null, null, RecordingMode.ALWAYS, null));
            setting.announcement = RecordingSettingView.NONE.announcement();
            setting.consent = Consent.ANNOUNCE;
            setting.retentionDays = RecordingSettingView.NONE.retentionDays();
            setting.persistAndFlush();
        }
    }

    @Transactional
    RecordingSettingView read() {
        return RecordingSettingView.ofOrganisation();
    }

    @Transactional
    RecordingSettingView set(RecordingSettingRequest request, @Nullable String ifMatch) {
        // No queue is deleted meanwhile.
        RosterLock.lock();
        var before = RecordingSettingView.ofOrganisation();
        EntityTags.check(ifMatch, before.version());
        check(request);
        var setting = RecordingSetting.ofOrganisation().orElseGet(RecordingSetting::create);
        setting.rules = request.rules();
        setting.announcement = request.announcement();
        setting.consent = request.consent();
        setting.retentionDays = request.retentionDays();
        setting.agentsMayListen = request.agentsMayListen();
        setting.persistAndFlush();
        var after = RecordingSettingView.ofOrganisation();
        if (!after.equals(before)) {
            audit.record(Action.RECORDING_SET, CurrentOrganisation.id(), before, after);
        }
        return after;
    }

    private void check(RecordingSettingRequest request) {
        var subjects = new HashSet<String>();
        for (var rule : request.rules()) {
            if (!subjects.add(rule.subject())) {
                throw ProblemType.VALIDATION_FAILED.because(RecordingWords.RULED_TWICE);
            }
        }
        request.rules().stream()
                .map(RecordingRule::queueId)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(queues::check);
        if (request.rules().stream().anyMatch(rule -> rule.mode() != RecordingMode.NEVER)) {
            vault.checkReady();
        }
    }

    @Override
    public void queueDeleting(long queueId) {
        boolean named = RecordingSettingView.ofOrganisation().rules().stream()
                .anyMatch(rule -> rule.queueId() != null && rule.queueId() == queueId);
        if (named) {
            throw ProblemType.STILL_REFERRED_TO.because(RecordingWords.RULED);
        }
    }
}
