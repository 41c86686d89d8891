package org.patchbay.customers.blocks;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.CustomerBelongings;
import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Customers;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.identity.CustomerBlocks;
import org.patchbay.identity.PasswordlessAccounts;
import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;

/** Keeps customers out, whom staff will not have. */
@ApplicationScoped
public class Blocks implements CustomerBlocks {

    private final Customers customers;
    private final PasswordlessAccounts accounts;
    private final CustomerBelongings belongings;
    private final Audit audit;

    Blocks(Customers customers, PasswordlessAccounts accounts, CustomerBelongings belongings, Audit audit) {
        this.customers = customers;
        this.accounts = accounts;
        this.belongings = belongings;
        this.audit = audit;
    }

    /** Ends their sessions with the block, and their chats right after it. A repetition ends what is left. */
    BlockView block(Actor by, long customer, BlockRequest request) {
        var block = Transactions.inNew(() -> begin(by, customer, request));
        belongings.endChats(by, customer);
        return block;
    }

    private BlockView begin(Actor by, long customer, BlockRequest request) {
        var view = customers.forChange(customer);
        return CurrentVisibility.ofEverything(() -> {
            var existing = Block.ofCustomer(customer);
            var before = existing.map(block -> BlockView.of(block, view.name())).orElse(null);
            var block = existing.orElseGet(() -> Block.of(customer));
            block.say(by, request);
            var networks = accounts.signOutEverywhere(customers.accounts(Set.of(customer)));
            if (request.networks()) {
                networks.forEach(network -> block.keepOut(network.prefix()));
            }
            var after = BlockView.of(block, view.name());
            audit.record(Action.CUSTOMER_BLOCKED, customer, before, after);
            return after;
        });
    }

    /** Does nothing to networks of others. */
    @Transactional
    void unblock(long customer) {
        var before = read(customer);
        CurrentVisibility.ofEverything(() -> Block.deleteOf(customer));
        audit.record(Action.CUSTOMER_UNBLOCKED, customer, before, null);
    }

    @Transactional
    BlockView read(long customer) {
        var view = customers.read(customer);
        return CurrentVisibility.ofEverything(() -> Block.ofCustomer(customer)
                .filter(block -> !block.isOver())
                .map(block -> BlockView.of(block, view.name()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(CustomerWords.NOT_BLOCKED, customer)));
    }

    @Transactional
    Page<BlockView> list(@Nullable String after, int limit) {
        var rows = Block.page(Cursor.id(after), limit + 1);
        var names = customers.names(rows.stream().map(block -> block.customerId).toList());
        return Page.of(
                rows, limit, block -> BlockView.of(block, names.get(block.customerId)), block -> Cursor.at(block.id));
    }

    /** Whether no visitor may come from there now. */
    @Transactional
    public boolean keepsOut(NetworkAddress network) {
        return CurrentVisibility.ofEverything(() -> Block.isFrom(network.prefix()));
    }

    @Override
    @Transactional
    public boolean isBlocked(long account) {
        return CurrentVisibility.ofEverything(() -> customers.lineOf(account).stream()
                .flatMap(customer -> Block.ofCustomer(customer).stream())
                .anyMatch(block -> !block.isOver()));
    }
}
