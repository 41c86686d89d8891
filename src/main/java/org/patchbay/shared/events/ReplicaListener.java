package org.patchbay.shared.events;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Hears one kind of {@link ReplicaNews}. */
public interface ReplicaListener {

    /** The kind that it hears. */
    String kind();

    /**
     * Hears what another replica tells.
     *
     * @throws JsonProcessingException where it is not what a replica of this version tells
     */
    void hear(String json) throws JsonProcessingException;
}
