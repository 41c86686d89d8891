package org.patchbay.shared.epoch;

import java.time.Duration;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers values of configuration for each organisation, until any of its configuration changes: they are as fresh as
 * if each transaction read them from the database.
 *
 * <p>A value is labelled with the epoch of the transaction that read it, which the transaction knew before. So it holds
 * every change up to its label, and perhaps a later one. It is shared when that transaction is committed and has not
 * changed configuration itself, so nobody sees a row that is not committed.
 *
 * @param <V> immutable, and nothing of a session
 */
public final class EpochCache<K, V> {

    /** Beyond that the least used ones are read again. */
    private static final int MOST = 20_000;

    /** Somebody who changes rows by hand is seen after this time. */
    private static final Duration LASTS = Duration.ofMinutes(1);

    private final ConfigurationEpoch epoch;
    private final Cache<Key<K>, Labelled<V>> values =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LASTS).build();

    private record Key<K>(long organisation, K key) {}

    private record Labelled<V>(long epoch, V value) {

        static <V> Labelled<V> newer(Labelled<V> one, Labelled<V> other) {
            return one.epoch > other.epoch ? one : other;
        }
    }

    public EpochCache(ConfigurationEpoch epoch) {
        this.epoch = epoch;
    }

    /**
     * The value of a key in the current organisation. Call inside a transaction.
     *
     * @param load reads it
     */
    public V get(K key, Supplier<? extends V> load) {
        var here = epoch.current();
        if (here.readsRows()) {
            return load.get();
        }
        var wanted = new Key<>(here.organisation(), key);
        long now = here.value();
        var known = values.getIfPresent(wanted);
        if (known != null && known.epoch >= now) {
            return known.value;
        }
        V read = load.get();
        var labelled = new Labelled<V>(now, read);
        here.shareIfUnchanged(() -> values.asMap().merge(wanted, labelled, Labelled::newer));
        return read;
    }
}
