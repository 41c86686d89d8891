package org.patchbay.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An organisation as it is when it was just made: a group, a queue, and two agents who serve it and are not here. It is
 * made through the application, and copied by SQL: over REST ten thousand would take an hour.
 */
final class QuietOrganisation {

    /** Above all ids of one organisation: those of the copies are so far apart. */
    private static final int IDS = 1_000;

    /** All columns of all its rows, and their values in a copy: ids, slugs and hashes are others. */
    private static final String COLUMNS = """
            select c.table_name, c.column_name,
                case when c.data_type = 'bigint' and (c.column_name = 'id' or c.column_name like '%%\\_id')
                    then 'if(COLUMN = 0, 0, COLUMN + n.n * %d)'
                when c.table_name = 'organisation' and c.column_name = 'slug' then 'concat(COLUMN, n.n)'
                when c.column_name in ('family_hash', 'token_hash') then 'sha2(concat(COLUMN, n.n), 256)'
                else 'COLUMN' end
            from information_schema.columns c where c.table_schema = database()
            and c.extra not like '%% GENERATED' and (c.table_name = 'organisation' or c.table_name in (
                select o.table_name from information_schema.columns o
                where o.table_schema = database() and o.column_name = 'organisation_id'))
            order by c.table_name, c.ordinal_position""".formatted(IDS);

    private record Column(String table, String name, String copy) {

        String copied() {
            return copy.replace("COLUMN", "r." + name);
        }
    }

    private QuietOrganisation() {}

    /** Makes it of the first organisation, which the application has when it starts. */
    static void make(Rest rest) {
        long group = rest.post("/groups", "{\"name\":\"Returns\"}");
        long queue = rest.post("/queues", "{\"name\":\"Returns\",\"distribution\":\"LONGEST_IDLE\"}");
        var agents = Stream.of("one", "two")
                .map(name -> rest.post(
                        "/agents",
                        "{\"name\":\"%1$s\",\"signIn\":{\"username\":\"%1$s\",\"password\":\"%2$s\"}}"
                                .formatted(name, LoadedCentre.PASSWORD)))
                .toList();
        agents.forEach(agent -> rest.put("/groups/" + group + "/members/" + agent, "{\"sees\":\"GROUP\"}"));
        rest.put(
                "/queues/" + queue + "/members",
                agents.stream()
                        .map(agent -> "{\"agentId\":" + agent + ",\"tier\":1}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    /** Copies all its rows, whatever tables they are in. */
    static void copy(Database database, int copies) {
        Map<String, List<Column>> tables =
                database.list(COLUMNS, row -> new Column(row.getString(1), row.getString(2), row.getString(3))).stream()
                        .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()));
        long organisation = database.number("select organisation_id from agent limit 1");
        var statements = Stream.of(
                Stream.of(
                        "set session cte_max_recursion_depth = " + copies,
                        "set session foreign_key_checks = 0, unique_checks = 0",
                        "create table numbers (n int primary key)",
                        "insert into numbers with recursive s as (select 1 as n union all select n + 1 from s"
                                + " where n < " + copies + ") select n from s"),
                tables.entrySet().stream().map(table -> copy(table.getKey(), table.getValue(), organisation)),
                Stream.of("analyze table " + String.join(", ", tables.keySet())));
        database.execute(statements.flatMap(some -> some).toArray(String[]::new));
    }

    private static String copy(String table, List<Column> columns, long organisation) {
        return "insert into %1$s (%2$s) select %3$s from numbers n join %1$s r on r.%4$s = %5$d"
                .formatted(
                        table,
                        columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                        columns.stream().map(Column::copied).collect(Collectors.joining(", ")),
                        table.equals("organisation") ? "id" : "organisation_id",
                        organisation);
    }
}
