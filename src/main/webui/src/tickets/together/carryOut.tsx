import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import type { TicketView } from '../../api/schema';
import { i18n } from '../../app/words';
import { type Act, isShown, type Outcome, run, why } from './run';
import { isRunning, isWatched, type Refusal } from './runs';
import { offerUndo } from './undo';

const TOLD = 3;

/**
 * Does something to tickets, and says what became of it.
 *
 * @return whether it was done to any of them
 */
export async function carryOut(
  client: QueryClient,
  tickets: TicketView[],
  act: Act,
  reread?: ReadonlySet<number>,
): Promise<boolean> {
  const several = isShown(tickets, reread);
  if (several && isRunning(client)) {
    notifications.show({ message: i18n.t('together:busy') });
    return false;
  }
  const goOn = (rest: TicketView[], again: ReadonlySet<number>) => void carryOut(client, rest, act, again);
  const outcome = await run(client, tickets, act, goOn, reread);
  if (!outcome) {
    return false;
  }
  const { done, refused } = outcome;
  if (!several || !isWatched(client)) {
    tellRefusals(refused);
  }
  const [first] = done;
  await tell(
    client,
    Promise.resolve(
      first && {
        said: act.said(first.before, done.length),
        back: act.back && (() => undo(client, done, act)),
      },
    ),
  );
  return first !== undefined;
}

async function undo(client: QueryClient, done: Outcome['done'], { back }: Act): Promise<void> {
  const befores = new Map(done.map(({ before, after }) => [after.id, before]));
  await carryOut(
    client,
    done.map(({ after }) => after),
    {
      title: i18n.t('together:undo'),
      allows: () => true,
      change: async (after) => back?.(befores.get(after.id) ?? after, after) ?? after,
      said: () => i18n.t('together:undone'),
    },
  );
}

/** Says what was done, with a way back where there is one, which says itself what became of it. */
export async function tell(
  client: QueryClient,
  doing: Promise<{ said: string; back: (() => Promise<void>) | undefined } | undefined>,
): Promise<void> {
  try {
    const done = await doing;
    if (done) {
      show(done.said, done.back);
    }
  } catch (problem) {
    notifications.show({
      color: 'red',
      title: i18n.t('common:failed'),
      message: why(problem),
      autoClose: 10_000,
    });
  } finally {
    for (const queryKey of [
      keys.tickets.root,
      keys.anySought,
      keys.anyTicket,
      keys.floor,
      keys.agents.root,
      keys.myAgent,
    ]) {
      void client.invalidateQueries({ queryKey });
    }
  }
}

function show(said: string, back: (() => Promise<void>) | undefined): void {
  const undo =
    back &&
    (() => {
      withdraw();
      notifications.hide(id);
      void back();
    });
  const withdraw = offerUndo(undo);
  const id = notifications.show({
    message: undo ? (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{said}</Text>
        <Button size="compact-sm" variant="default" onClick={undo}>
          {i18n.t('together:undo')}
        </Button>
      </Group>
    ) : (
      said
    ),
    autoClose: undo ? 10_000 : 5_000,
    onClose: withdraw,
  });
}

function tellRefusals(refused: Refusal[]): void {
  const t = i18n.getFixedT(null, 'together');
  const [first] = refused;
  if (first) {
    notifications.show({
      color: 'red',
      title: t('refused', { count: refused.length, id: first.ticket.id }),
      message: (
        <Stack gap={2}>
          {refused.slice(0, TOLD).map(({ ticket, problem }) => (
            <Text key={ticket.id} size="sm">
              {refused.length > 1 ? t('refusedOne', { id: ticket.id, message: why(problem) }) : why(problem)}
            </Text>
          ))}
          {refused.length > TOLD && <Text size="sm">{t('andMore', { count: refused.length - TOLD })}</Text>}
        </Stack>
      ),
      autoClose: 15_000,
    });
  }
}
