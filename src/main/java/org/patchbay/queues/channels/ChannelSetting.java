package org.patchbay.queues.channels;

import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.patchbay.queues.Channel;
import org.patchbay.queues.ChannelSettings;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** An organisation's own settings of a channel. */
@Entity
class ChannelSetting extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Enumerated(EnumType.STRING)
    Channel channel;

    int units;

    boolean exclusive;

    @Nullable
    Integer offerSeconds;

    /** Counts from 1: version 0 stands for the defaults. */
    @Version
    int version;

    static ChannelSetting create(Channel channel, ChannelSettings settings) {
        var setting = new ChannelSetting();
        setting.channel = channel;
        setting.version = 1;
        setting.set(settings);
        setting.persist();
        return setting;
    }

    void set(ChannelSettings settings) {
        units = settings.units();
        exclusive = settings.exclusive();
        offerSeconds = settings.offerSeconds();
    }

    ChannelSettings settings() {
        return new ChannelSettings(units, exclusive, offerSeconds);
    }

    static Optional<ChannelSetting> of(Channel channel) {
        return find("channel", channel).firstResultOptional();
    }
}
