import type { ActivityView, ConversationView, MessageView } from '../../api/schema';

const BEGIN = Date.parse('2026-11-20T09:00:00Z');

export const CARLA = { id: 10, name: 'Carla Customer', customer: true, bot: false };
export const ADA = { id: 7, name: 'Ada Agent', customer: false, bot: false };

type Author = MessageView['author'];
type Sent = Pick<MessageView, 'text' | 'clientId'> & Partial<MessageView>;

/** What the server knows of conversations, as far as pages ask it. */
export class Talk {
  messages: MessageView[] = [];
  participants: ConversationView['participants'] = [];
  unansweredSince: string | null = null;
  /** Who asks. */
  me: Author = CARLA;
  /** What is sent is answered with these first; `broken`: it arrived, but its answer does not. */
  refusals: ({ status: number; detail?: string } | 'broken' | 'lost')[] = [];
  /** What was sent, whatever it was answered with. */
  readonly sent: Record<string, unknown>[] = [];
  /** Those who have it before them, too. */
  others: ActivityView[] = [];
  /** What was told of whoever asks. */
  readonly told: Record<string, unknown>[] = [];
  /** Which messages were asked for. */
  readonly asked: string[] = [];
  begun = 0;

  says(author: Author, text: string, more: Partial<MessageView> = {}): MessageView {
    const conversationId = more.conversationId ?? 7;
    const before = this.of(conversationId).at(-1)?.number ?? 0;
    const message: MessageView = {
      conversationId,
      number: before + 1,
      ticketId: conversationId,
      kind: 'TEXT',
      audience: 'PUBLIC',
      author,
      text,
      choices: [],
      form: [],
      answer: {},
      attachments: [],
      at: new Date(BEGIN + (before + 1) * 60_000).toISOString(),
      ...more,
    };
    this.messages.push(message);
    return message;
  }

  /** They have read up to there. */
  reads(who: Author, readUpTo: number): void {
    this.participants = [
      ...this.participants.filter(({ id }) => id !== who.id),
      { ...who, readUpTo, deliveredUpTo: readUpTo },
    ];
  }

  /** The answer, where it is asked of conversations. */
  async answer(request: Request, body: Record<string, unknown> | undefined): Promise<Response | undefined> {
    const { pathname, searchParams } = new URL(request.url);
    const [, root, number, part, message, doing] = pathname.replace('/api/v1', '').split('/');
    if (root !== 'conversations') {
      return undefined;
    }
    const id = Number(number);
    if (part === 'activity') {
      this.told.push(body ?? {});
      return Response.json(this.others);
    }
    if (request.method === 'PUT') {
      this.reads(this.me, Number(body?.readUpTo));
      return new Response(null, { status: 204 });
    }
    if (doing === 'answer') {
      return this.takeAnswer(id, Number(message), body ?? {});
    }
    if (request.method === 'POST') {
      return this.take(id, body ?? {}, request.headers.get('Idempotency-Key'));
    }
    if (!number) {
      const ids = new Set(this.messages.map(({ conversationId }) => conversationId));
      return Response.json({ items: [...ids].map((each) => this.view(each)) });
    }
    return Response.json(part === 'messages' ? this.page(id, searchParams) : this.view(id));
  }

  private takeAnswer(id: number, replyTo: number, body: Record<string, unknown>): Response {
    this.sent.push(body);
    const refusal = this.refusals.shift();
    if (refusal && typeof refusal === 'object') {
      return Response.json(refusal, { status: refusal.status });
    }
    const answer = (body.fields ?? { choice: body.choice }) as Record<string, string>;
    const text = Object.values(answer).join('\n');
    const said = this.says(this.me, text, { conversationId: id, kind: 'ANSWER', replyTo, answer });
    return Response.json(said, { status: 201 });
  }

  private take(id: number, body: Record<string, unknown>, key: string | null): Response {
    this.sent.push(body);
    const refusal = this.refusals.shift();
    if (refusal === 'lost') {
      throw new TypeError('Failed to fetch');
    }
    if (refusal && refusal !== 'broken') {
      return Response.json(refusal, { status: refusal.status });
    }
    if (!id) {
      this.begun = this.begun || 4711;
      const known = this.messages.some(({ clientId }) => clientId === key);
      if (!known) {
        this.says(this.me, String(body.text), { conversationId: this.begun, clientId: key });
      }
      return Response.json(this.view(this.begun), { status: 201 });
    }
    const { clientId } = body as Sent;
    const before = this.messages.find((each) => each.clientId === clientId);
    const said = before ?? this.says(this.me, String(body.text), { ...(body as Sent), conversationId: id });
    if (refusal === 'broken') {
      throw new TypeError('Failed to fetch');
    }
    return Response.json(said, { status: 201 });
  }

  private of(id: number): MessageView[] {
    return this.messages.filter(({ conversationId }) => conversationId === id);
  }

  private view(id: number): ConversationView {
    return {
      id,
      ticketId: this.of(id).at(-1)?.ticketId ?? id,
      lastNumber: this.of(id).at(-1)?.number ?? 0,
      unansweredSince: this.unansweredSince,
      participants: this.participants,
    };
  }

  private page(id: number, query: URLSearchParams) {
    this.asked.push(String(query));
    const limit = Number(query.get('limit'));
    const after = query.get('after');
    const before = Number(query.get('before') ?? Number.POSITIVE_INFINITY);
    const all = this.of(id);
    if (after !== null) {
      const found = all.filter(({ number }) => number > Number(after));
      return { items: found.slice(0, limit), more: found.length > limit };
    }
    const found = all.filter(({ number }) => number < before);
    return { items: found.slice(-limit), more: found.length > limit };
  }
}
