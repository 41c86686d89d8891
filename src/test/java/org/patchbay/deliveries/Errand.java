package org.patchbay.deliveries;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

/** Delivers to a list, and fails as it is told. */
@Singleton
class Errand implements DeliveryHandler {

    static final String KIND = "ERRAND";

    final List<String> delivered = new CopyOnWriteArrayList<>();
    final Map<String, DeliveryFailed> failing = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Runnable deliver(Delivery delivery) throws DeliveryFailed {
        var failure = failing.get(delivery.payload());
        if (failure != null) {
            throw failure;
        }
        delivered.add(delivery.lane() + ":" + delivery.payload());
        return () -> {};
    }
}
