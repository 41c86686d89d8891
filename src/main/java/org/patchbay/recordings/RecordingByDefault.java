package org.patchbay.recordings;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.recordings.settings.RecordingSettings;

/** Has an organisation record its calls that has not said which. */
@ApplicationScoped
public class RecordingByDefault {

    private final RecordingSettings settings;

    RecordingByDefault(RecordingSettings settings) {
        this.settings = settings;
    }

    /** Customers are told. Nothing where there is no master key. */
    public void activate() {
        settings.recordAllByDefault();
    }
}
