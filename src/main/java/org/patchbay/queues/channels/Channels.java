package org.patchbay.queues.channels;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.queues.Channel;
import org.patchbay.queues.ChannelSettings;
import org.patchbay.queues.QueueEligibility;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.web.EntityTags;

/** The cost of tickets in an organisation, by channel. */
@ApplicationScoped
public class Channels {

    private final QueueEligibility eligibility;
    private final Audit audit;
    private final EpochCache<Channel, ChannelSettings> settings;

    Channels(QueueEligibility eligibility, Audit audit, ConfigurationEpoch epoch) {
        this.eligibility = eligibility;
        this.audit = audit;
        this.settings = new EpochCache<>(epoch);
    }

    /** The organisation's settings, else the defaults. */
    @Transactional
    public ChannelSettings settings(Channel channel) {
        return settings.get(
                channel,
                () -> ChannelSetting.of(channel).map(ChannelSetting::settings).orElseGet(channel::defaults));
    }

    @Transactional
    List<ChannelView> list() {
        return Stream.of(Channel.values()).map(Channels::view).toList();
    }

    @Transactional
    ChannelView read(Channel channel) {
        return view(channel);
    }

    @Transactional
    ChannelView set(Channel channel, ChannelSettings settings, @Nullable String ifMatch) {
        RosterLock.lock();
        var before = view(channel);
        EntityTags.check(ifMatch, before.version());
        ChannelSetting.of(channel)
                .ifPresentOrElse(existing -> existing.set(settings), () -> ChannelSetting.create(channel, settings));
        ChannelSetting.flush();
        var after = view(channel);
        if (!after.equals(before)) {
            audit.record(Action.CHANNEL_SET, channel, before, after);
            eligibility.channelChanged(channel);
        }
        return after;
    }

    private static ChannelView view(Channel channel) {
        return ChannelSetting.of(channel)
                .map(setting -> ChannelView.of(channel, setting.settings(), setting.version))
                .orElseGet(() -> ChannelView.of(channel, channel.defaults(), 0));
    }
}
