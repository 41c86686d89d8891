package org.patchbay.sharding;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The watch reads statements of the kinds that Hibernate writes, and of those that we do. */
class ShardedStatementTest {

    private static final ShardingSchema SCHEMA = new ShardingSchema(
            Map.of(
                    "ticket", "organisation_id",
                    "agent", "organisation_id",
                    "seat", "organisation_id",
                    "organisation", "id"),
            Set.of("lease"),
            Set.of(),
            Map.of());

    @Test
    void aTableIsNamedByAValueOrByOneThatIs() {
        assertEquals(Set.of(), unnamed("select t.id from ticket t where t.organisation_id = ? and t.id = ?"));
        assertEquals(Set.of(), unnamed("select id from ticket where id = ? and organisation_id = 7 for update"));
        assertEquals(
                Set.of(),
                unnamed("select 1 from organisation o straight_join seat s force index (ix_seat_free) on"
                        + " s.organisation_id=o.id join agent a on a.id=s.agent_id and a.organisation_id="
                        + "s.organisation_id where o.id=? order by s.place limit 1 for update of a skip locked"));
        assertEquals(Set.of("ticket"), unnamed("select id from ticket where id = ?"));
        assertEquals(Set.of("ticket"), unnamed("select id from ticket where organisation_id in (?, ?)"));
        assertEquals(
                Set.of("agent"),
                unnamed("select 1 from ticket t join agent a on a.id = t.agent_id where t.organisation_id = ?"));
        assertEquals(
                Set.of("agent", "ticket"),
                unnamed("select 1 from ticket t, agent a where a.organisation_id = t.organisation_id"));
        assertEquals(Set.of(), unnamed("select holder from lease where name = ?"));
    }

    @Test
    void eachQueryInsideIsReadByItself() {
        assertEquals(
                Set.of("agent"),
                unnamed("select id from ticket t where t.organisation_id = ? and (1 = 0 or exists"
                        + " (select 1 from agent a where a.id = t.agent_id))"));
        assertEquals(
                Set.of(),
                unnamed("select id from ticket t where t.organisation_id = ? and exists"
                        + " (select 1 from agent a where a.organisation_id = t.organisation_id)"));
        assertEquals(
                Set.of(),
                unnamed("select (select count(*) from ticket t where t.organisation_id = a.organisation_id)"
                        + " from agent a where a.organisation_id = ?"));
        assertEquals(
                Set.of("seat"),
                unnamed("(select 1 from seat s where s.organisation_id = ?) union all (select 2 from seat s)"));
        assertEquals(
                Set.of(),
                unnamed("select h.id from ((select t.organisation_id, t.id from ticket t where t.organisation_id = ?"
                        + " limit 1) union all (select t.organisation_id, t.id from ticket t where"
                        + " t.organisation_id = ? limit 1)) h join agent a on a.organisation_id = h.organisation_id"));
        assertEquals(
                Set.of(),
                unnamed("with f as (select s.organisation_id, s.agent_id from seat s where s.organisation_id = ?)"
                        + " select 1 from f join agent a on a.organisation_id = f.organisation_id"));
    }

    @Test
    void changesNameTheOrganisationToo() {
        assertEquals(Set.of("ticket"), unnamed("update ticket set status=?, version=? where id=? and version=?"));
        assertEquals(Set.of(), unnamed("update ticket set status=? where id=? and version=? and organisation_id=?"));
        assertEquals(Set.of("ticket"), unnamed("delete from ticket where opened_at < ? limit 10"));
        assertEquals(Set.of("ticket"), unnamed("insert into ticket (id) values (?)"));
        assertEquals(Set.of(), unnamed("insert into ticket (id, organisation_id) values (?, ?), (?, ?)"));
        assertEquals(
                Set.of(),
                unnamed("insert into seat (organisation_id, agent_id) select a.organisation_id, a.id from agent a"
                        + " where a.organisation_id = ? on duplicate key update agent_id = ?"));
        assertEquals(
                Set.of("agent", "seat"),
                unnamed("insert into seat (organisation_id, agent_id) select a.organisation_id, a.id from agent a"));
    }

    @Test
    void theOrganisationsAreThoseOfTheValues() {
        var sql = "insert into ticket (id, note, organisation_id) values (?, 'a, (b', ?), (?, ?, 9)";
        assertEquals(Set.of(1L, 9L), new ShardedStatement(sql, SCHEMA).organisations(parameter -> (long) parameter));
        sql = "update ticket t join agent a on a.organisation_id = t.organisation_id set t.note = ?"
                + " where t.id = ? and t.organisation_id = ?";
        assertEquals(Set.of(2L), new ShardedStatement(sql, SCHEMA).organisations(parameter -> (long) parameter));
    }

    private static Set<String> unnamed(String sql) {
        return new ShardedStatement(sql, SCHEMA).unnamed();
    }
}
