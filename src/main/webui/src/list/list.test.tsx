import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { AGES_AGO, agent, serveAnew, server, ticket } from '../testing/floor.testing';
import { field, show, tag } from './testing';
// Loaded before the tests begin, as they are measured; after the network, which they would miss.
import './ColumnChoice';
import './Narrow';
import './Opened';
import './SaveDialog';
import '../tickets/steering/Steer';
import '../tickets/labels/AddTag';
import '../tickets/labels/FieldForm';

beforeEach(() => {
  serveAnew();
  localStorage.clear();
});

const numbers = () =>
  screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);
const titles = () =>
  within(screen.getByTestId('tickets'))
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);

describe('the list of tickets', () => {
  it('marks the tickets of somebody who is not there', async () => {
    server.agents = [agent(2, 'Bo', { presence: 'OFFLINE', goneSince: AGES_AGO })];
    server.tickets = [ticket(11, { status: 'IN_PROGRESS', agentId: 2 }), ticket(12)];
    show('/tickets');
    expect(await screen.findAllByRole('img', { name: 'Whoever has it is not there' })).toHaveLength(1);
  });

  it('finds tickets by words that only the server knows, closed ones too, and says why it finds none', async () => {
    server.sought = [ticket(5, { status: 'CLOSED' }), ticket(12)];
    const { user } = show('/tickets');
    await screen.findByText('#11');
    await user.type(screen.getByRole('searchbox'), 'warranty');
    await screen.findByText('#5');
    expect(screen.getByText('#12')).toBeInTheDocument();
    expect(screen.queryByText('#11')).not.toBeInTheDocument();
    expect(screen.getByText('Closed tickets are searched, too.')).toBeInTheDocument();
    server.sought = [];
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'guarantee');
    await screen.findByText(/No ticket has all of these words/);
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), '?!');
    await screen.findByText('Only letters and digits are looked for.');
  });

  it('asks the server for what its address says, and writes into it what is chosen', async () => {
    server.tags = [tag(5, 'VIP')];
    server.fields = [field(1, 'amount', 'Amount', { type: 'NUMBER' })];
    const { router, user } = show('/tickets?view=unassigned&queue=2&tags=5&field.amount=10..20');
    await screen.findByText('#11');
    expect(server.listed[0]).toBe(
      'status=OPEN&queueId=2&tagId=5&field=amount:10..20&sort=priority&limit=100&expand=true',
    );
    await user.selectOptions(screen.getByLabelText('Priority'), 'High');
    await waitFor(() =>
      expect(router.state.location.search).toEqual({
        view: 'unassigned',
        queue: 2,
        tags: 5,
        'field.amount': '10..20',
        priority: 'HIGH',
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Age' }));
    await waitFor(() => expect(server.listed.at(-1)).toContain('priority=HIGH'));
    await waitFor(() => expect(server.listed.at(-1)).toContain('sort=openedAt'));
    expect(screen.getByRole('columnheader', { name: 'Age' })).toHaveAttribute('aria-sort', 'ascending');
  });

  it('leads to views of queues and tags, and to mine only where one is an agent', async () => {
    server.tags = [tag(5, 'VIP'), tag(6, 'Old', { archived: true })];
    const { router, user } = show('/tickets');
    const views = within(await screen.findByRole('navigation', { name: 'Views' }));
    await user.click(await views.findByRole('link', { name: 'VIP' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'VIP' })).toBeInTheDocument();
    expect(views.getByRole('link', { name: 'VIP' })).toHaveAttribute('aria-current', 'page');
    expect(views.queryByRole('link', { name: 'Old' })).not.toBeInTheDocument();
    expect(views.queryByRole('link', { name: 'Mine' })).not.toBeInTheDocument();
    await user.click(views.getByRole('link', { name: 'Breaching soon' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ view: 'breaching' }));
    await waitFor(() => expect(server.listed.at(-1)).toContain('dueWithinMinutes=60'));
  });

  it('shows agents what they hold, and only the steps that are theirs', async () => {
    server.tickets = [ticket(11, { status: 'IN_PROGRESS', agentId: 1, nextSteps: ['RESOLVE'] })];
    const { user } = show('/tickets?view=mine', ['agent']);
    await user.click(await screen.findByRole('checkbox', { name: 'Select ticket 11' }));
    expect(server.listed[0]).toContain('status=OFFERED&status=IN_PROGRESS&status=PENDING&mine=true');
    const acts = within(screen.getByRole('toolbar'));
    expect(acts.getByRole('button', { name: 'Resolve…' })).toBeEnabled();
    expect(acts.getByRole('button', { name: 'Add a tag…' })).toBeEnabled();
    expect(acts.queryByRole('button', { name: 'Give to an agent…' })).not.toBeInTheDocument();
  });

  it('has the columns that are chosen in their order, now and the next time', async () => {
    server.fields = [field(1, 'amount', 'Amount', { type: 'NUMBER' })];
    server.tickets = [ticket(11, { fields: { amount: 12.5 } })];
    const { router, user } = show('/tickets?columns=status,agent');
    await screen.findByText('#11');
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    // Without a layout it never counts as shown.
    const hidden = true;
    const choice = within(await screen.findByRole('dialog', { name: 'Columns', hidden }));
    await user.click(choice.getByRole('checkbox', { name: 'Amount', hidden }));
    await waitFor(() => expect(titles()).toEqual(['', 'Ticket', 'State', 'Agent', 'Amount']));
    expect(screen.getByRole('cell', { name: '12.5' })).toBeInTheDocument();
    await user.click(choice.getByRole('button', { name: 'Move Amount up', hidden }));
    await waitFor(() => expect(titles()).toEqual(['', 'Ticket', 'State', 'Amount', 'Agent']));
    expect(choice.getByText('Amount is column 2 of 3.')).toBeInTheDocument();
    expect(router.state.location.search).toEqual({ columns: 'status,fields.amount,agent' });
    const next = show('/tickets');
    await waitFor(() =>
      expect(next.router.state.location.search).toEqual({ columns: 'status,fields.amount,agent' }),
    );
  });

  it('opens a ticket beside the list, and goes back to its row', async () => {
    const { router, user } = show('/tickets');
    await user.click(await screen.findByRole('link', { name: '#12' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ ticket: 12 }));
    const beside = within(await screen.findByRole('article', { name: 'Ticket 12' }));
    expect(await beside.findByRole('heading', { name: /Customer 12/ })).toBeInTheDocument();
    expect(numbers()).toEqual(['#11', '#12']);
    await user.click(beside.getByRole('button', { name: 'Previous ticket' }));
    await screen.findByRole('article', { name: 'Ticket 11' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.search).toEqual({}));
    expect(document.activeElement).toHaveAttribute('data-id', '11');
  });
});

describe('a saved view', () => {
  it('keeps filters, order and columns under a name, also for others', async () => {
    const { router, user } = show('/tickets?queue=2&sort=-openedAt&columns=status');
    await screen.findByText('#11');
    await user.click(screen.getByRole('button', { name: 'Save view' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /Name/ }), 'Lamps');
    expect(dialog.queryByLabelText('With')).not.toBeInTheDocument();
    await user.click(dialog.getByRole('checkbox', { name: 'Share it' }));
    expect(dialog.getByLabelText('With')).toHaveDisplayValue('All staff');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Lamps' })).toBeInTheDocument();
    expect(server.asked).toMatchObject([
      {
        method: 'POST',
        path: '/ticket-views',
        body: {
          name: 'Lamps',
          shared: true,
          groupId: null,
          filter: { queueId: 2 },
          sort: '-openedAt',
          columns: ['status'],
        },
      },
    ]);
    expect(router.state.location.search).toMatchObject({ view: 9, queue: 2, sort: '-openedAt' });
    expect(screen.getByRole('button', { name: 'Edit view' })).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Priority'), 'High');
    expect(await screen.findByRole('button', { name: 'Save changes' })).toBeInTheDocument();
  });

  it('is shared with the group that is chosen, and no more than by one', async () => {
    const view = {
      id: 4,
      name: 'Lamps',
      filter: { queueId: 2 },
      columns: ['status'],
      shared: true,
      groupId: 3,
      mayChange: true,
      missing: [],
      version: 2,
    };
    server.views = [view];
    server.groups = [
      { id: 3, name: 'Berlin', parentId: 1, version: 0 },
      { id: 5, name: 'Paris', parentId: 1, version: 0 },
    ];
    const { user } = show('/tickets?view=4&queue=2&columns=status');
    const edited = async () => {
      await user.click(await screen.findByRole('button', { name: 'Edit view' }));
      return within(await screen.findByRole('dialog'));
    };
    let dialog = await edited();
    await waitFor(() => expect(dialog.getByLabelText('With')).toHaveDisplayValue('Berlin'));
    await user.selectOptions(dialog.getByLabelText('With'), 'Paris');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.asked).toMatchObject([{ method: 'PUT', body: { shared: true, groupId: 5 } }]),
    );
    dialog = await edited();
    await user.click(dialog.getByRole('checkbox', { name: 'Share it' }));
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(server.asked[1]).toMatchObject({ body: { shared: false, groupId: null } }));
  });

  it('is deleted only after a question, and leaves out what is gone', async () => {
    server.views = [
      {
        id: 4,
        name: 'Old lamps',
        filter: { queueId: 7, tagId: [5] },
        columns: ['status'],
        shared: false,
        mayChange: true,
        missing: [{ parameter: 'queueId', value: '7' }],
        version: 2,
      },
    ];
    server.tags = [tag(5, 'VIP')];
    const { router, user } = show('/tickets');
    await user.click(await screen.findByRole('link', { name: 'Old lamps' }));
    await waitFor(() =>
      expect(router.state.location.search).toEqual({ view: 4, tags: 5, columns: 'status' }),
    );
    expect(await screen.findByText(/Parts of this view are gone/)).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: /Edit view|Save changes/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Delete…' }));
    expect(server.asked).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(server.asked).toMatchObject([{ method: 'DELETE', path: '/ticket-views/4', ifMatch: '"2"' }]),
    );
    expect(await screen.findByText('The view is deleted.')).toBeInTheDocument();
  });
});

describe('tags and fields', () => {
  it('are added to several tickets at once, and taken back', async () => {
    server.tags = [tag(5, 'VIP')];
    const { user } = show('/tickets');
    await user.click(await screen.findByRole('checkbox', { name: 'Select ticket 11' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select ticket 12' }));
    await user.click(within(screen.getByRole('toolbar')).getByText('Add a tag…'));
    await user.click(await screen.findByRole('option', { name: /VIP/ }));
    await user.click(
      within(
        (await screen.findByText('2 tickets have the tag VIP now.')).parentElement as HTMLElement,
      ).getByRole('button', { name: 'Undo' }),
    );
    await waitFor(() =>
      expect(server.asked.map(({ path, body }) => [path, body])).toEqual([
        ['/tickets/11/tags', { add: [5], remove: [] }],
        ['/tickets/12/tags', { add: [5], remove: [] }],
        ['/tickets/11/tags', { add: [], remove: [5] }],
        ['/tickets/12/tags', { add: [], remove: [5] }],
      ]),
    );
  });

  it('are changed in the ticket, as their types want it', async () => {
    server.tags = [tag(5, 'VIP'), tag(6, 'Fraud', { colour: 'RED' })];
    server.fields = [
      field(1, 'amount', 'Amount', { type: 'NUMBER' }),
      field(2, 'under_warranty', 'Under warranty', { type: 'YES_NO' }),
      field(3, 'old', 'Old', { archived: true }),
    ];
    server.tickets = [ticket(11, { tagIds: [5], fields: { under_warranty: true } })];
    const { user } = show('/tickets?ticket=11');
    const tags = within(await screen.findByRole('list', { name: 'Tags of ticket 11' }));
    await user.click(await tags.findByRole('button', { name: 'Add a tag' }));
    await user.keyboard('fra{Enter}');
    await tags.findByText('Fraud');
    await user.keyboard('{Escape}');
    await user.click(tags.getByRole('button', { name: 'Remove the tag VIP' }));
    await waitFor(() => expect(tags.queryByText('VIP')).not.toBeInTheDocument());
    expect(screen.queryByText('Old')).not.toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Change Amount' }));
    await user.type(await screen.findByRole('spinbutton', { name: 'Amount' }), '12.5{Enter}');
    expect(await screen.findByText('12.5')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Change Under warranty' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Under warranty' }), 'not set');
    await user.click(screen.getByRole('button', { name: 'Save Under warranty' }));
    await waitFor(() => expect(server.asked).toHaveLength(4));
    expect(server.asked.map(({ path, ifMatch, body }) => [path, ifMatch, body])).toEqual([
      ['/tickets/11/tags', null, { add: [6], remove: [] }],
      ['/tickets/11/tags', null, { add: [], remove: [5] }],
      ['/tickets/11/fields', '"3"', { fields: { amount: 12.5 } }],
      ['/tickets/11/fields', '"4"', { fields: { under_warranty: null } }],
    ]);
    await act(async () => {});
  });
});
