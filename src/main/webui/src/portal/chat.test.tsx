// First: the client of the API keeps the fetch that it finds.
import './customer.testing';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { ADA, CARLA } from '../tickets/conversation/testing';
import { BeginChat } from './BeginChat';
import { Shop, seenByCarla, ticket } from './customer.testing';
import { Home } from './Home';
import { Request } from './Request';

describe('a chat', () => {
  let shop: Shop;
  const user = userEvent.setup({ delay: null });

  beforeEach(() => {
    localStorage.clear();
    shop = new Shop();
  });

  it('begins with the first message, once, also where its answer was lost and the page left', async () => {
    shop.talk.refusals = ['lost', 'lost', 'lost', 'lost'];
    const first = seenByCarla(<BeginChat />);
    expect(screen.getByText('Hello Carla Customer, what can we do for you?')).toBeVisible();
    await user.type(await screen.findByLabelText('Your message'), 'Where is my parcel?{Enter}');
    await waitFor(() => expect(shop.talk.sent).toHaveLength(1));
    first.leave();
    shop.talk.refusals = [];
    const { went } = seenByCarla(<BeginChat />);
    expect(screen.getByTestId('outgoing')).toHaveTextContent('Where is my parcel?');
    await waitFor(() => expect(went).toEqual([4711]));
    expect(shop.talk.messages.map(({ text }) => text)).toEqual(['Where is my parcel?']);
  });

  it('begins with what is asked before, and says what is missing', async () => {
    shop.beginning = {
      now: 'OPEN',
      greeting: 'Welcome to the lamp shop',
      questions: [
        { asks: 'EMAIL', options: [], required: false },
        {
          asks: 'FIELD',
          field: 'topic',
          label: 'What is it about?',
          type: 'CHOICE',
          options: ['Delivery', 'Invoice'],
          required: true,
        },
      ],
    };
    const { went } = seenByCarla(<BeginChat />);
    expect(await screen.findByText('Welcome to the lamp shop')).toBeVisible();
    expect(screen.queryByLabelText('Your message')).toBeNull();
    await user.type(await screen.findByLabelText('Your e-mail address'), 'carla');
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    expect(screen.getByText('That is no e-mail address.')).toBeVisible();
    expect(screen.getByText('We need this to help you.')).toBeVisible();
    expect(screen.getByLabelText('Your e-mail address')).toHaveFocus();
    await user.type(screen.getByLabelText('Your e-mail address'), '@example.org');
    await user.selectOptions(screen.getByLabelText(/What is it about/), 'Invoice');
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await user.type(await screen.findByLabelText('Your message'), 'It is wrong{Enter}');
    await waitFor(() => expect(went).toEqual([4711]));
    expect(shop.talk.sent).toEqual([
      { text: 'It is wrong', answers: { email: 'carla@example.org', fields: { topic: 'Invoice' } } },
    ]);
  });

  it('asks what the form came to ask while the first message was written, and sends it then', async () => {
    shop.talk.refusals = [{ status: 400, detail: 'The form asks for topic before the chat begins.' }];
    const { went } = seenByCarla(<BeginChat />);
    await user.type(await screen.findByLabelText('Your message'), 'It is wrong');
    shop.beginning = {
      now: 'OPEN',
      questions: [
        { asks: 'FIELD', field: 'topic', label: 'Topic', type: 'TEXT', options: [], required: true },
      ],
    };
    await user.keyboard('{Enter}');
    await user.type(await screen.findByLabelText(/Topic/), 'Invoice');
    expect(screen.getByTestId('outgoing')).toHaveTextContent('It is wrong');
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await waitFor(() => expect(went).toEqual([4711]));
    expect(shop.talk.sent.at(-1)).toEqual({ text: 'It is wrong', answers: { fields: { topic: 'Invoice' } } });
  });

  it('that was begun on another device is gone on with', async () => {
    shop.tickets = [ticket(7, 'IN_PROGRESS', { channel: 'CHAT' })];
    shop.talk.says(CARLA, 'Hello');
    shop.talk.says(ADA, 'How can I help?');
    shop.talk.says(ADA, 'Are you there?');
    shop.talk.reads(CARLA, 1);
    seenByCarla(<Home />);
    expect(await screen.findByRole('img', { name: '2 new messages' })).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Go on with your chat' })[0]).toHaveAttribute(
      'href',
      '/my/tickets/7',
    );
  });

  it('says how it stands, and is ended only by who means it', async () => {
    shop.tickets = [
      ticket(7, 'IN_PROGRESS', { channel: 'CHAT', details: { queueName: 'Q', agentName: 'Ada' } }),
    ];
    shop.talk.says(CARLA, 'Hello');
    seenByCarla(<Request id={7} />);
    expect(await screen.findByTestId('state')).toHaveTextContent('Ada is with you');
    await user.click(screen.getByRole('button', { name: 'End the chat' }));
    await user.click(await screen.findByRole('button', { name: 'End it' }));
    await waitFor(() => expect(shop.changes).toMatchObject([{ path: '/tickets/7/cancel' }]));
  });

  it('takes a message for later while nobody is there, and is not offered where it would be refused', async () => {
    shop.beginning = { now: 'LATER', opensAt: '2026-12-02T09:00:00Z', questions: [] };
    const first = seenByCarla(<BeginChat />);
    await waitFor(() => expect(screen.getByTestId('reception')).toHaveTextContent(/Leave us a message/));
    expect(screen.getByLabelText('Your message')).toBeVisible();
    first.leave();
    shop.beginning = { now: 'CLOSED', opensAt: '2026-12-02T09:00:00Z', questions: [] };
    const second = seenByCarla(<BeginChat />);
    await waitFor(() => expect(screen.getByTestId('reception')).toHaveTextContent(/Please come back then/));
    expect(screen.queryByLabelText('Your message')).toBeNull();
    second.leave();
    seenByCarla(<Home />);
    expect((await screen.findAllByTestId('chat-opens'))[0]).toHaveTextContent('Chat opens again at');
    expect(screen.queryByRole('link', { name: 'Talk to us' })).toBeNull();
  });

  it('says how many are before it, and how long that may take', async () => {
    shop.tickets = [ticket(7, 'OPEN', { channel: 'CHAT' })];
    shop.wait = { position: 3, expectedSeconds: 180 };
    seenByCarla(<Request id={7} />);
    expect(await screen.findByTestId('wait')).toHaveTextContent(
      'You are number 3 in line. By our estimate it takes about 3 minutes.',
    );
  });

  it('says that a bot answers, and brings a person', async () => {
    shop.tickets = [ticket(7, 'OPEN', { channel: 'CHAT' })];
    shop.wait = { bot: 'Botty' };
    seenByCarla(<Request id={7} />);
    expect(await screen.findByTestId('wait')).toHaveTextContent('Botty, a bot, answers you meanwhile.');
    await user.click(screen.getByRole('button', { name: 'Talk to a person' }));
    await waitFor(() => expect(screen.getByTestId('wait')).toHaveTextContent('You are next.'));
    expect(screen.queryByRole('button', { name: 'Talk to a person' })).toBeNull();
  });

  it('is heard, unless somebody does not want that', async () => {
    shop.tickets = [ticket(7, 'IN_PROGRESS', { channel: 'CHAT' })];
    seenByCarla(<Request id={7} />);
    const bell = await screen.findByRole('button', { name: 'A sound for new messages' });
    expect(bell).toHaveAttribute('aria-pressed', 'true');
    await user.click(bell);
    expect(bell).toHaveAttribute('aria-pressed', 'false');
    expect(localStorage.getItem('patchbay-sound')).toBe('off');
  });
});
