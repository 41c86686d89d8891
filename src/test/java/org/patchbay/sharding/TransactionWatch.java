package org.patchbay.sharding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The organisations that a transaction named so far. */
final class TransactionWatch {

    private final Set<Long> organisations = new TreeSet<>();
    private final List<String> statements = new ArrayList<>();

    void add(String sql, Set<Long> named) {
        if (!named.isEmpty()) {
            organisations.addAll(named);
            statements.add(named + " " + sql);
        }
    }

    /** @return what is wrong, where it named two */
    Optional<String> commit() {
        var fault = organisations.size() > 1
                ? Optional.of("a transaction of two organisations:\n  " + String.join("\n  ", statements))
                : Optional.<String>empty();
        forget();
        return fault;
    }

    void forget() {
        organisations.clear();
        statements.clear();
    }
}
