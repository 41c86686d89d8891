package org.patchbay.shared.tenancy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.persistence.Query;

import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * A statement in SQL, where HQL has no words for it or would cost too much. Its text is a constant, or one of a few:
 * Hibernate keeps a plan for each. It runs in the transaction under way.
 *
 * <p><b>Organisations.</b> Hibernate adds none to SQL. So a statement names the parameter {@code :organisation}, which
 * is set here, and one that does not is refused. Each table equals it, or the organisation of a table that does; ids
 * alone do not tell a server with shards where to look. {@link #everywhere} and {@link #ofNobody} are for the others.
 *
 * <p><b>Hints.</b> Many statements name a key ({@code force index}) or the order of a join ({@code straight_join}).
 * MySQL would choose by statistics that are older than a rush, and read or lock rows by the thousand.
 *
 * <p><b>Fences.</b> {@code (1 = 0 or exists (…))} is true where its subquery is. The condition that never is keeps
 * MySQL from joining the subquery, leaving the order of the index, and locking all rows that it sorts.
 */
public final class NativeSql {

    private static final String ORGANISATION = "organisation";
    private static final Pattern OF_ORGANISATION = Pattern.compile(":" + ORGANISATION + "\\b");

    private final String sql;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private boolean unflushed;

    private NativeSql(String sql) {
        this.sql = sql;
    }

    /**
     * Over rows of the current organisation.
     *
     * @throws IllegalArgumentException where the statement does not name {@code :organisation}
     */
    public static NativeSql of(String sql) {
        return in(CurrentOrganisation.id(), sql);
    }

    /** As {@link #of}, over rows of an organisation that need not be the transaction's. Never for a user's choice. */
    public static NativeSql in(long organisationId, String sql) {
        if (!OF_ORGANISATION.matcher(sql).find()) {
            throw new IllegalArgumentException("The statement does not name :" + ORGANISATION + ": " + sql);
        }
        return new NativeSql(sql).set(ORGANISATION, organisationId);
    }

    /** Over rows of all organisations, or several: for counting and clearing up, never for a user. */
    public static NativeSql everywhere(String sql) {
        return new NativeSql(sql);
    }

    /** Over a table whose rows belong to no organisation. */
    public static NativeSql ofNobody(String sql) {
        return new NativeSql(sql);
    }

    /**
     * Sets a parameter. A collection is a list of values, of which none counts twice: its last one is repeated up to
     * the next power of two, so that there are few statements to be prepared.
     */
    public NativeSql set(String parameter, @Nullable Object value) {
        parameters.put(parameter, value instanceof Collection<?> values ? padded(values) : value);
        return this;
    }

    private static List<?> padded(Collection<?> values) {
        var padded = new ArrayList<Object>(values);
        int size = values.size() < 2 ? values.size() : Integer.highestOneBit(values.size() - 1) << 1;
        while (padded.size() < size) {
            padded.add(padded.getLast());
        }
        return padded;
    }

    /** Reads what this transaction changes of no row: its changes need not be written before. */
    public NativeSql unflushed() {
        unflushed = true;
        return this;
    }

    /** @return the number of rows it changed, as MySQL counts them */
    public int update() {
        return untyped().executeUpdate();
    }

    /**
     * The numbers of its one column. The query does not say {@code Long.class}: Hibernate 7.1 would keep a plan for
     * each call (its {@code ImplicitResultClassBuilder} equals nothing but itself), until the plans of all other
     * queries had been evicted.
     */
    public List<Long> longs() {
        return ((List<?>) untyped().getResultList())
                .stream().map(number -> ((Number) number).longValue()).toList();
    }

    /** The one number it reads. */
    public long number() {
        return ((Number) untyped().getSingleResult()).longValue();
    }

    /** The texts of its one column, none of which is null. */
    public List<String> texts() {
        return ((List<?>) untyped().getResultList())
                .stream().map(Object::toString).toList();
    }

    /** Its rows, as entities or {@link jakarta.persistence.Tuple}s. */
    public <T> List<T> list(Class<T> type) {
        var query = Panache.getSession().createNativeQuery(sql, type);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /** As {@link #list}, entities that Hibernate forgets at once: what becomes of them is written by the caller. */
    public <T> List<T> detached(Class<T> type) {
        List<T> rows = list(type);
        rows.forEach(Panache.getSession()::detach);
        return rows;
    }

    /**
     * As {@link #detached}, each with a number, in the order of the rows.
     *
     * @param alias of the entity's table; the statement selects {@code {alias.*}}
     * @param column the number's
     */
    public <T> Map<T, Long> numbered(Class<T> type, String alias, String column) {
        var query = Panache.getSession()
                .createNativeQuery(sql, Object[].class)
                .addEntity(alias, type)
                .addScalar(column, Long.class);
        parameters.forEach(query::setParameter);
        var rows = new LinkedHashMap<T, Long>();
        for (var row : query.getResultList()) {
            var entity = type.cast(row[0]);
            Panache.getSession().detach(entity);
            rows.put(entity, (Long) row[1]);
        }
        return rows;
    }

    /**
     * As {@link #list}, each with one of another table, whom Hibernate knows from then on.
     *
     * @param alias of the entity's table; the statement selects {@code {alias.*}} of both
     */
    public <T> List<T> listWith(Class<T> type, String alias, Class<?> other, String aliasOfOther) {
        var query = Panache.getSession()
                .createNativeQuery(sql, Object[].class)
                .addEntity(alias, type)
                .addEntity(aliasOfOther, other);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(row -> type.cast(row[0])).toList();
    }

    /** As {@link #list}, the first one; the others are read all the same. */
    public <T> Optional<T> first(Class<T> type) {
        return list(type).stream().findFirst();
    }

    private Query untyped() {
        var query = Panache.getSession().createNativeQuery(sql);
        if (unflushed) {
            query.setQueryFlushMode(QueryFlushMode.NO_FLUSH);
        }
        parameters.forEach(query::setParameter);
        return query;
    }
}
