import { render } from '@testing-library/react';
import { vi } from 'vitest';
import { makeQueryClient, Providers } from '../../app/Providers';
import { RecordingNotice } from './RecordingNotice';

// The client of the API keeps the `fetch` that it found when it was loaded.
const door = vi.hoisted(() => {
  const answers: { by?: (request: Request) => Promise<Response> } = {};
  globalThis.fetch = (request) =>
    answers.by?.(request as Request) ?? Promise.reject(new TypeError('no server'));
  return answers;
});

/** Shows what somebody sees of the recording of their call; the server keeps what the customer answers. */
export function asks(first: Record<string, unknown>, customer = true) {
  const server = { notice: first, answers: [] as unknown[], leave: () => {} };
  door.by = async (request) => {
    if (request.method === 'PUT') {
      const answer = await request.json();
      if (answer.version !== server.notice.version) {
        return Response.json({ title: 'Another text' }, { status: 409 });
      }
      server.answers.push(answer);
      server.notice = { ...server.notice, agreed: answer.agreed };
    }
    return Response.json(server.notice);
  };
  const { unmount } = render(
    <Providers client={makeQueryClient()}>
      <RecordingNotice callId={31} customer={customer} />
    </Providers>,
  );
  server.leave = unmount;
  return server;
}
