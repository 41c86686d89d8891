package org.patchbay.customers;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.ListPages;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** MySQL's plans for lists of orders, where there are many: it reads an index from its end, and sorts nothing. */
@QuarkusTest
class OrderPlansTest {

    @AfterEach
    void removeTheMany() {
        TestDatabase.execute("delete from orders where number like 'PLAN-%'");
    }

    @Test
    void listsOfOrdersAreReadInTheirOrderFromAnIndex() {
        var house = TestOrganisation.ofNewOrganisation();
        var customer = house.customer();
        var other = house.customer();
        house.order(customer);
        house.order(customer);
        house.order(other);
        var ofCustomers = sentBy(() -> {
            ListPages.of(customer, "/orders?limit=1");
            ListPages.of(house.admin(), "/orders?limit=1&customerId=" + customer.id());
        });
        var ofAll = sentBy(() -> {
            ListPages.of(house.admin(), "/orders?limit=1");
            ListPages.of(house.admin(), "/orders?limit=1&text=lamp");
        });
        writeMany(customer.id(), other.id());
        assertEquals(List.of(), wrong(ofCustomers, "ix_orders_customer"));
        assertEquals(List.of(), wrong(ofAll, "ix_orders_time"));
    }

    private static List<String> sentBy(Runnable work) {
        var lists = StatementLog.during(work).stream()
                .map(Sent::sql)
                .filter(sql -> sql.startsWith("select") && sql.contains("from orders"))
                .toList();
        assertTrue(lists.size() > 3, "only " + lists);
        return lists;
    }

    /** Writes a thousand orders of the customer, which are older than twenty thousand of the other. */
    private static void writeMany(long customer, long other) {
        write(customer, 1, 30_000);
        write(other, 20, 0);
        TestDatabase.execute("analyze table orders");
    }

    private static void write(long customer, int thousands, int hoursAgo) {
        TestDatabase.execute(
                "insert into orders (organisation_id, group_id, customer_id, number, product, quantity, amount,"
                        + " currency, ordered_at, version) with recursive numbers (n) as (select 1 union all"
                        + " select n + 1 from numbers where n < 1000) select c.organisation_id, c.group_id, c.id,"
                        + " concat('PLAN-', c.id, '-', many.n, '-', numbers.n), 'Desk lamp', 1, 1, 'EUR',"
                        + " utc_timestamp(6) - interval (%d + many.n * 1000 + numbers.n) hour, 0".formatted(hoursAgo)
                        + " from numbers join numbers many on many.n <= %d join customer c on c.id = %d"
                                .formatted(thousands, customer));
    }

    private static List<String> wrong(List<String> statements, String index) {
        var wrong = new ArrayList<String>();
        for (var sql : statements) {
            TestDatabase.list("explain " + sql, row -> {
                var plan = row.getString("key") + ", " + row.getString("Extra");
                if (row.getString("table").startsWith("o1_") && !isOf(index, plan)) {
                    wrong.add(plan + ": " + sql);
                }
                return null;
            });
        }
        return wrong;
    }

    private static boolean isOf(String index, String plan) {
        return plan.startsWith(index + ",") && !plan.contains("filesort");
    }
}
