import { useQuery } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { Page } from '../api/allOf';
import { Problem } from '../api/client';
import { keys } from '../api/keys';
import { makeQueryClient, Providers } from '../app/Providers';
import { CollectionPage } from './CollectionPage';
import type { Column } from './CollectionTable';
import { DeleteButton } from './DeleteButton';
import { DetailPage } from './DetailPage';

interface Colour {
  id: number;
  name: string;
}

const columns: Column<Colour>[] = [{ key: 'name', label: 'Name', cell: ({ name }) => name }];
const matches = (colour: Colour, text: string) => colour.name.toLowerCase().startsWith(text);

function show(page: React.ReactNode) {
  const client = makeQueryClient();
  render(<Providers client={client}>{page}</Providers>);
  return client;
}

function Colours({ read }: { read: (after?: string) => Promise<Page<Colour>> }) {
  return (
    <CollectionPage
      title="Colours"
      queryKey={keys.skills.root}
      read={read}
      columns={columns}
      matches={matches}
      create={{
        label: 'New colour',
        form: (close) => (
          <button type="button" onClick={close}>
            Mix it
          </button>
        ),
      }}
      empty={{ title: 'No colours yet', hint: 'Mix the first.' }}
    />
  );
}

describe('A collection page', () => {
  test('waits, and shows what was read', async () => {
    let answer = (_: Page<Colour>) => {};
    show(
      <Colours
        read={() =>
          new Promise((resolve) => {
            answer = resolve;
          })
        }
      />,
    );
    expect(screen.getByRole('heading', { level: 1, name: 'Colours' })).toBeInTheDocument();
    expect(await screen.findByRole('status', { name: 'Loading…' })).toBeInTheDocument();
    answer({ items: [{ id: 1, name: 'Teal' }] });
    expect(await screen.findByRole('cell', { name: 'Teal' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('1 listed');
    expect(document.title).toBe('Colours – Patchbay');
  });

  test('says what to do where there is nothing, and makes the first one beside it', async () => {
    const user = userEvent.setup();
    show(<Colours read={async () => ({ items: [] })} />);
    expect(await screen.findByText('No colours yet')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await user.click(screen.getAllByRole('button', { name: 'New colour' })[1] as Element);
    const drawer = await screen.findByRole('dialog', { name: 'New colour' });
    await user.click(within(drawer).getByRole('button', { name: 'Mix it' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  test('says why it could not be read, and tries again', async () => {
    const user = userEvent.setup();
    const read = vi
      .fn<() => Promise<Page<Colour>>>()
      .mockRejectedValueOnce(new Problem(503, { detail: 'The database rests.' }))
      .mockResolvedValue({ items: [{ id: 1, name: 'Teal' }] });
    show(<Colours read={read} />);
    expect(await screen.findByRole('alert')).toHaveTextContent('The database rests.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('cell', { name: 'Teal' })).toBeInTheDocument();
  });

  test('searches also what was not read yet', async () => {
    const user = userEvent.setup();
    const read = vi.fn(async (after?: string) =>
      after ? { items: [{ id: 2, name: 'Plum' }] } : { items: [{ id: 1, name: 'Teal' }], next: '1' },
    );
    show(<Colours read={read} />);
    await screen.findByRole('cell', { name: 'Teal' });
    expect(screen.getByRole('status')).toHaveTextContent('1 listed, there are more');
    await user.keyboard('/');
    await user.keyboard('pl');
    expect(await screen.findByRole('cell', { name: 'Plum' })).toBeInTheDocument();
    expect(screen.queryByRole('cell', { name: 'Teal' })).not.toBeInTheDocument();
    await user.keyboard('x');
    expect(screen.getByText('Nothing matches. Try fewer letters.')).toBeInTheDocument();
  });
});

test('A detail page has the title of its kind until it has one of its own', async () => {
  const user = userEvent.setup();
  const read = vi
    .fn<() => Promise<Colour>>()
    .mockRejectedValueOnce(new Problem(404, { detail: 'There is no such colour.' }))
    .mockResolvedValue({ id: 1, name: 'Teal' });
  function Detail() {
    const query = useQuery({ queryKey: keys.skills.one(1), queryFn: read });
    return (
      <DetailPage title="Colours" query={query} head={({ name }) => ({ title: name })}>
        {({ id }) => <p>Number {id}</p>}
      </DetailPage>
    );
  }
  show(<Detail />);
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no such colour.');
  expect(screen.getByRole('heading', { level: 1, name: 'Colours' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Number 1')).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1, name: 'Teal' })).toBeInTheDocument();
});

describe('A button that deletes', () => {
  test('asks before, and leaves the page afterwards', async () => {
    const user = userEvent.setup();
    const [remove, leave] = [vi.fn(async () => {}), vi.fn()];
    show(
      <DeleteButton
        name="Teal"
        text="Nothing is painted with it any more."
        queryKey={keys.skills.one(1)}
        changes={keys.skills.root}
        remove={remove}
        onDeleted={leave}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete Teal?' });
    expect(dialog).toHaveTextContent('Nothing is painted with it any more.');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(remove).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(leave).toHaveBeenCalledOnce());
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  test('says what the server refuses, in place', async () => {
    const user = userEvent.setup();
    const leave = vi.fn();
    show(
      <DeleteButton
        name="Teal"
        text=""
        queryKey={keys.skills.one(1)}
        changes={keys.skills.root}
        remove={() => Promise.reject(new Problem(409, { detail: 'Three walls are painted with it.' }))}
        onDeleted={leave}
      />,
    );
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Three walls are painted with it.');
    expect(leave).not.toHaveBeenCalled();
  });

  test('shows what somebody else changed meanwhile before it deletes that', async () => {
    const user = userEvent.setup();
    const stored = { version: 1 };
    const remove = vi.fn(async (version: number) => {
      if (version !== stored.version) {
        throw new Problem(412, { detail: 'It has another version.' });
      }
    });
    function Detail() {
      const [gone, setGone] = useState(false);
      const { data } = useQuery({ queryKey: keys.skills.one(1), queryFn: async () => ({ ...stored }) });
      return gone ? (
        <p>Gone</p>
      ) : data ? (
        <>
          <p>Version {data.version}</p>
          <DeleteButton
            name="Teal"
            text=""
            queryKey={keys.skills.one(1)}
            changes={keys.skills.root}
            remove={() => remove(data.version)}
            onDeleted={() => setGone(true)}
          />
        </>
      ) : null;
    }
    show(<Detail />);
    await screen.findByText('Version 1');
    stored.version = 2;
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody else changed this meanwhile',
    );
    expect(screen.getByText('Version 2')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('Gone')).toBeInTheDocument();
    expect(remove.mock.calls).toEqual([[1], [2]]);
  });
});
