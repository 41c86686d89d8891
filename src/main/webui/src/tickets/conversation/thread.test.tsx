import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keys } from '../../api/keys';
import type { ActivityView, MessageView } from '../../api/schema';
import { makeQueryClient, Providers } from '../../app/Providers';
import { feed } from '../../feed/feed';
import { MessageField, Thread, types } from '.';
import Asked from './Asked';
import { useFiles } from './files';
import { Others } from './Others';
import { outbox, useOutbox } from './outbox';
import { ADA, CARLA, Talk } from './testing';

// The client keeps the fetch that it finds when it is loaded.
const door = vi.hoisted(() => {
  const opened = { answer: async (_request: Request): Promise<Response> => Response.error() };
  globalThis.fetch = (input) => opened.answer(input as Request);
  return opened;
});

let talk: Talk;
let leave: () => void;
/** Whether the conversation is on the screen, and not further down. */
let seesIt: boolean;
let look: (sees: boolean) => void;
const quoted = vi.fn();

function Page({ client }: { client: ReturnType<typeof makeQueryClient> }) {
  useOutbox(CARLA.id, client);
  return <Thread conversationId={7} account={CARLA.id} customer onQuote={quoted} />;
}

function show() {
  const client = makeQueryClient();
  const shown = render(
    <Providers client={client}>
      <Page client={client} />
    </Providers>,
  );
  leave = () => {
    shown.unmount();
    client.clear();
  };
  return { client, news: () => act(() => client.invalidateQueries({ queryKey: keys.conversation(7) })) };
}

function write(text: string) {
  act(() => {
    outbox.put({ conversationId: 7, text, audience: 'PUBLIC' });
  });
}

const texts = () => screen.queryAllByTestId('message').map((each) => each.textContent);

beforeEach(() => {
  localStorage.clear();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  seesIt = true;
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly tell: (entries: { isIntersecting: boolean }[]) => void;
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        this.tell = tell;
      }
      observe() {
        look = (sees) => this.tell([{ isIntersecting: sees }]);
        look(seesIt);
      }
      disconnect() {}
    },
  );
  talk = new Talk();
  door.answer = async (request) => {
    const text = await request.text();
    const answer = await talk.answer(request, text ? JSON.parse(text) : undefined);
    return answer ?? Response.json({}, { status: 404 });
  };
});

afterEach(() => leave());

describe('The others in a conversation', () => {
  const ada: ActivityView = {
    accountId: ADA.id,
    name: ADA.name,
    customer: false,
    state: 'TYPING',
    audience: 'PUBLIC',
    until: '2026-11-20T09:00:06Z',
  };

  test('are seen typing, until what they typed is there', async () => {
    talk.says(CARLA, 'Hello?');
    const { news } = show();
    await screen.findByText('Hello?');
    await waitFor(() => expect(talk.told).toMatchObject([{ state: 'LOOKING' }]));
    act(() => feed.tell({ type: 'ACTIVITY', conversationId: 8, activity: { ...ada, name: 'Another' } }));
    act(() => feed.tell({ type: 'ACTIVITY', conversationId: 7, activity: ada }));
    expect(await screen.findByTestId('others')).toHaveTextContent(/^Ada Agent is typing…$/);
    talk.says(ADA, 'Good morning!');
    await news();
    await screen.findByText('Good morning!');
    await waitFor(() => expect(screen.queryByTestId('others')).not.toBeInTheDocument());
  });

  test('learn that one types, and that one ceased; and nothing once one looks away', async () => {
    talk.says(ADA, 'Hello');
    talk.others = [ada];
    show();
    expect(await screen.findByTestId('others')).toHaveTextContent('Ada Agent is typing…');
    types(7, 'PUBLIC', 'H');
    types(7, 'PUBLIC', 'Hi');
    types(7, 'PUBLIC', '');
    await waitFor(() =>
      expect(talk.told.map(({ state }) => state)).toEqual(['LOOKING', 'TYPING', 'LOOKING']),
    );
    act(() => look(false));
    await waitFor(() => expect(talk.told.at(-1)).toMatchObject({ state: 'LEFT' }));
    expect(screen.queryByTestId('others')).not.toBeInTheDocument();
  });

  test('are shown to staff with what collides, and with where the customer is', () => {
    const shown = render(
      <Providers client={makeQueryClient()}>
        <Others
          customer={false}
          others={[
            ada,
            { ...ada, accountId: 8, name: 'Bert', state: 'LOOKING' },
            {
              ...ada,
              accountId: CARLA.id,
              customer: true,
              state: 'LOOKING',
              page: 'https://shop.example/shoes',
              language: 'de-AT',
            },
          ]}
        />
      </Providers>,
    );
    leave = shown.unmount;
    const others = screen.getByTestId('others');
    expect(others).toHaveTextContent('Ada Agent is writing to the customer, too.');
    expect(others).toHaveTextContent('Bert is looking at this, too.');
    expect(others).toHaveTextContent('The customer is here: shop.example/shoes · Austrian German');
  });
});

describe('A conversation', () => {
  test('begins with its end, and brings what was before by pages', async () => {
    for (let i = 1; i <= 120; i++) {
      talk.says(i % 2 ? CARLA : ADA, `m${i}`);
    }
    show();
    await screen.findByText('m120');
    expect(texts()).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Earlier messages' }));
    await screen.findByText('m21');
    await userEvent.click(screen.getByRole('button', { name: 'Earlier messages' }));
    await screen.findByText('m1');
    expect(texts()).toEqual(Array.from({ length: 120 }, (_, i) => `m${i + 1}`));
    expect(screen.queryByRole('button', { name: 'Earlier messages' })).not.toBeInTheDocument();
  });

  test('goes on after the last message that is here, however much was missed, and tells each aloud once', async () => {
    talk.says(ADA, 'Hello');
    const { news } = show();
    await screen.findByText('Hello');
    expect(screen.getByTestId('announced')).toHaveTextContent('');
    for (let i = 0; i < 250; i++) {
      talk.says(ADA, `n${i}`);
    }
    await news();
    await screen.findByText('n249');
    expect(texts()).toHaveLength(251);
    expect(talk.asked).toContain('after=1&limit=200');
    talk.says(ADA, 'Last');
    await news();
    await waitFor(() => expect(screen.getByTestId('announced')).toHaveTextContent(/^Ada Agent: Last$/));
  });

  test('tells how far it was read, and shows how far the other side has', async () => {
    talk.says(CARLA, 'One');
    talk.says(CARLA, 'Two');
    talk.says(ADA, 'Three');
    talk.reads(ADA, 1);
    const { news } = show();
    await screen.findByText('Three');
    await waitFor(() => expect(talk.participants.find(({ id }) => id === CARLA.id)?.readUpTo).toBe(3));
    const line = (text: string) => within(screen.getByText(text).closest('[class*=line]') as HTMLElement);
    expect(line('One').getByText('Seen')).toBeInTheDocument();
    expect(line('Two').getByText('Sent')).toBeInTheDocument();
    talk.reads(ADA, 3);
    await news();
    await waitFor(() => expect(line('Two').getByText('Seen')).toBeInTheDocument());
    expect(screen.getAllByText('Seen')).toHaveLength(1);
  });

  test('of which somebody looks away is not read', async () => {
    vi.mocked(document.hasFocus).mockReturnValue(false);
    talk.says(ADA, 'Are you there?');
    show();
    await screen.findByText('Are you there?');
    await waitFor(() => expect(talk.participants).toHaveLength(1));
    expect(talk.participants[0]?.readUpTo).toBe(0);
    vi.mocked(document.hasFocus).mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('focus')));
    await waitFor(() => expect(talk.participants[0]?.readUpTo).toBe(1));
  });

  test('that is further down on the page is not read before somebody is there', async () => {
    seesIt = false;
    talk.says(ADA, 'Are you there?');
    show();
    await waitFor(() => expect(talk.participants).toHaveLength(1));
    expect(talk.participants[0]?.readUpTo).toBe(0);
    act(() => look(true));
    await waitFor(() => expect(talk.participants[0]?.readUpTo).toBe(1));
  });

  test('is walked through by the arrows, from the last message up', async () => {
    talk.says(ADA, 'One');
    talk.says(ADA, 'Two');
    show();
    await screen.findByText('Two');
    act(() => screen.getByTestId('thread').focus());
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}');
    expect(quoted).toHaveBeenLastCalledWith(expect.objectContaining({ number: 1 }));
  });

  test('shows texts as they are, links that lead away safely, and quotes', async () => {
    talk.says(CARLA, 'Which one?');
    talk.says(ADA, '<b>This</b> https://shop.example/lamp', { replyTo: 1 });
    show();
    const answer = (await screen.findByText(/<b>This<\/b>/)).closest('[data-testid=message]') as HTMLElement;
    const link = within(answer).getByRole('link');
    expect(link).toHaveAttribute('href', 'https://shop.example/lamp');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await userEvent.click(within(answer).getByRole('button', { name: /Which one/ }));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-number', '1'));
    await userEvent.click(screen.getByRole('button', { name: /^Quote what Ada Agent wrote/ }));
    expect(quoted).toHaveBeenCalledWith(expect.objectContaining({ number: 2 }));
  });
});

describe('What somebody sends', () => {
  test('is there at once, and is sent again under the same name until it is answered', async () => {
    talk.refusals = ['lost', 'broken', { status: 503 }];
    show();
    await screen.findByText('Nothing was said yet.');
    write('First');
    write('Second');
    expect(screen.getAllByTestId('outgoing').map((each) => each.textContent)).toEqual(['First', 'Second']);
    await waitFor(() => expect(texts()).toEqual(['First', 'Second']));
    await waitFor(() => expect(screen.queryAllByTestId('outgoing')).toHaveLength(0));
    expect(talk.messages.map(({ text }) => text)).toEqual(['First', 'Second']);
    expect(new Set(talk.sent.slice(0, 4).map(({ clientId }) => clientId)).size).toBe(1);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('patchbay-unsent'))).toEqual([]);
  });

  test('outlives the page, and is there once where it had arrived before', async () => {
    talk.refusals = ['broken', ...Array.from({ length: 5 }, () => 'lost' as const)];
    show();
    await screen.findByText('Nothing was said yet.');
    write('Before the tunnel');
    await waitFor(() => expect(talk.sent).toHaveLength(1));
    leave();
    talk.refusals = [];
    show();
    await waitFor(() => expect(texts()).toEqual(['Before the tunnel']));
    await waitFor(() => expect(talk.sent.length).toBeGreaterThan(1));
    await waitFor(() => expect(screen.queryAllByTestId('outgoing')).toHaveLength(0));
    expect(talk.messages).toHaveLength(1);
  });

  test('and is refused says why, holds nothing else up, and can be sent again or dropped', async () => {
    talk.refusals = [{ status: 409, detail: 'Its texts are erased.' }];
    show();
    await screen.findByText('Nothing was said yet.');
    write('Refused');
    write('Taken');
    expect(await screen.findByRole('alert')).toHaveTextContent('Could not be sent. Its texts are erased.');
    await waitFor(() => expect(texts()).toEqual(['Taken']));
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(texts()).toEqual(['Taken', 'Refused']));
    talk.refusals = [{ status: 403, detail: 'No.' }];
    write('Never mind');
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(screen.queryByText('Never mind')).not.toBeInTheDocument();
    expect(Object.keys(localStorage).filter((key) => key.startsWith('patchbay-unsent'))).toEqual([]);
  });

  test('stays where it belongs while numbers between are of others', async () => {
    talk.says(ADA, 'Hello');
    show();
    await screen.findByText('Hello');
    talk.says(ADA, 'Are you there?');
    write('Yes');
    await waitFor(() => expect(texts()).toEqual(['Hello', 'Are you there?', 'Yes']));
  });

  test('shows pictures, and offers other files', async () => {
    const file = { size: 48_213, sha256: '0', hasPreview: true, state: 'UPLOADED' } as const;
    talk.says(ADA, '', {
      attachments: [
        { ...file, id: 3, name: 'crack.png', type: 'image/png' },
        { ...file, id: 4, name: 'receipt.pdf', type: 'application/pdf', hasPreview: false },
        { ...file, id: 5, name: 'virus.exe', type: 'application/octet-stream', state: 'INFECTED' },
      ],
    });
    show();
    const picture = await screen.findByAltText('crack.png');
    expect(picture).toHaveAttribute('src', '/api/v1/attachments/3/preview');
    expect(picture.closest('a')).toHaveAttribute('href', '/api/v1/attachments/3');
    expect(screen.getByRole('link', { name: /receipt.pdf 48 kB/ })).toHaveAttribute(
      'download',
      'receipt.pdf',
    );
    expect(screen.getByText('virus.exe contains malware and is not given out.')).toBeVisible();
    expect(screen.getAllByRole('link')).toHaveLength(2);
  });
});

describe('A question of staff', () => {
  const choices = [
    { value: 'refund', label: '<b>My money back</b>' },
    { value: 'new', label: 'A new one' },
  ];

  test('with buttons is answered by one of them, once', async () => {
    talk.says(ADA, 'What do you want?', { kind: 'CHOICES', choices });
    talk.refusals = [{ status: 409, detail: 'Message 1 is answered already.' }];
    show();
    const group = await screen.findByRole('group', { name: 'Choose one' });
    const refund = within(group).getByRole('button', { name: '<b>My money back</b>' });
    await userEvent.click(refund);
    expect(await screen.findByText('Message 1 is answered already.')).toBeInTheDocument();
    await waitFor(() => expect(refund).toBeEnabled());
    await userEvent.click(refund);
    expect(await screen.findByText('Answered')).toBeInTheDocument();
    expect(talk.sent).toEqual([{ choice: 'refund' }, { choice: 'refund' }]);
    expect(within(screen.getByTestId('asked')).queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toContain(
      '<b>My money back</b> (chosen)',
    );
    expect(document.activeElement).toHaveAttribute('data-number', '1');
  });

  test('with a form says what is missing, and sends what was filled in', async () => {
    talk.says(ADA, 'We need some more.', {
      kind: 'FORM',
      form: [
        { name: 'size', label: 'Your size', type: 'NUMBER', options: [], required: true },
        { name: 'colour', label: 'Colour', type: 'CHOICE', options: ['Red', 'Blue'], required: false },
        { name: 'why', label: 'Why', type: 'TEXT', options: [], required: false },
      ],
    });
    show();
    const form = await screen.findByRole('form', { name: 'Fill this in' });
    const size = within(form).getByRole('textbox', { name: /Your size/ });
    const send = within(form).getByRole('button', { name: 'Send' });
    await userEvent.click(send);
    expect(size).toHaveAccessibleDescription('We need this to help you.');
    expect(size).toHaveFocus();
    await userEvent.type(size, 'big');
    await userEvent.click(send);
    expect(size).toHaveAccessibleDescription('That is no number.');
    expect(talk.sent).toEqual([]);
    await userEvent.clear(size);
    await userEvent.type(size, '42,5');
    await userEvent.selectOptions(within(form).getByRole('combobox', { name: 'Colour' }), 'Blue');
    await userEvent.click(send);
    expect(await screen.findByText('Answered')).toBeInTheDocument();
    expect(talk.sent).toEqual([{ fields: { size: '42.5', colour: 'Blue' } }]);
  });

  test('shows staff what can be chosen, and then what was', async () => {
    const asked = talk.says(ADA, 'What do you want?', { kind: 'CHOICES', choices });
    const shown = (known: MessageView[]) => (
      <Providers client={makeQueryClient()}>
        <Asked message={asked} known={known} customer={false} />
      </Providers>
    );
    const page = render(shown([asked]));
    expect(screen.getByText('Not answered yet')).toBeInTheDocument();
    expect(within(screen.getByTestId('asked')).queryByRole('button')).not.toBeInTheDocument();
    const answer = talk.says(CARLA, 'A new one', {
      kind: 'ANSWER',
      replyTo: asked.number,
      answer: { choice: 'new' },
    });
    page.rerender(shown([asked, answer]));
    expect(screen.getByText('Answered')).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')[1]).toHaveTextContent('A new one (chosen)');
    leave = () => page.unmount();
  });

  test('is written with its buttons in brackets', async () => {
    show();
    act(() => {
      const text = 'What do you want?\n[A new one] [Nothing]';
      outbox.put({ conversationId: 7, text, audience: 'PUBLIC', asks: true });
      outbox.put({ conversationId: 7, text, audience: 'PUBLIC' });
    });
    await waitFor(() => expect(talk.sent).toHaveLength(2));
    expect(talk.sent[0]).toMatchObject({
      text: 'What do you want?',
      choices: [{ label: 'A new one' }, { label: 'Nothing' }],
    });
    expect(talk.sent[1]).not.toHaveProperty('choices');
  });
});

describe('A message', () => {
  function Field() {
    const files = useFiles();
    const send = (text: string) => {
      outbox.put({ conversationId: 7, text, audience: 'PUBLIC', attachments: files.ready });
      files.clear();
    };
    return <MessageField account={CARLA.id} about={7} kind="say" files={files} onSend={send} />;
  }

  test('takes files along that the server has taken, and says why not', async () => {
    const { client } = show();
    const field = render(
      <Providers client={client}>
        <Field />
      </Providers>,
    );
    const { answer } = door;
    const removed: string[] = [];
    door.answer = async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.includes('/attachments')) {
        return answer(request);
      }
      if (request.method === 'DELETE') {
        removed.push(pathname);
        return new Response(null, { status: 204 });
      }
      const name = String(searchParams.get('name'));
      return name === 'big.iso'
        ? Response.json({ detail: 'It is too long.' }, { status: 413 })
        : Response.json(
            {
              id: name.length,
              name,
              size: 5,
              type: 'text/plain',
              sha256: '0',
              hasPreview: false,
              state: 'UPLOADED',
            },
            { status: 201 },
          );
    };
    const send = screen.getByRole('button', { name: 'Send' });
    expect(send).toBeDisabled();
    const input = field.container.querySelector<HTMLInputElement>('input[type=file]');
    for (const name of ['a.txt', 'wrong.txt', 'big.iso']) {
      await userEvent.upload(input as HTMLInputElement, new File(['bytes'], name, { type: 'text/plain' }));
    }
    expect(await screen.findByRole('alert')).toHaveTextContent('It is too long.');
    await waitFor(() => expect(send).toBeEnabled());
    await userEvent.click(screen.getByRole('button', { name: 'Without wrong.txt' }));
    expect(removed).toEqual(['/api/v1/attachments/9']);
    await userEvent.click(send);
    await waitFor(() => expect(talk.sent).toMatchObject([{ text: '', attachmentIds: [5] }]));
    expect(screen.queryByTestId('chosen-file')).not.toBeInTheDocument();
    field.unmount();
  });
});
