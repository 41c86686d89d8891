package org.patchbay.shared.events;

/**
 * Hears one kind of {@link ReplicaNews}.
 *
 * @param <N> the news, which is written as JSON
 */
public interface ReplicaListener<N> {

    /** The kind that it hears. */
    String kind();

    Class<N> type();

    /** Hears news of this replica or another. */
    void hear(N news);
}
