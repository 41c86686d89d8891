import { act, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { TicketView } from '../api/schema';
import { type DeskActions, useDeskKeys } from './useDeskKeys';
import { useLayout } from './useLayout';
import { useSelection } from './useSelection';
import { useWriting } from './useWriting';

beforeEach(() => {
  sessionStorage.clear();
  vi.clearAllMocks();
});

const tickets = (...ids: number[]) => ids.map((id) => ({ id }));

describe('The selection', () => {
  const onShow = vi.fn();

  function select(held: { id: number }[], listed: { id: number }[]) {
    return renderHook((now: { held: { id: number }[] }) => useSelection(now.held, listed, onShow), {
      initialProps: { held },
    });
  }

  test('begins with the first ticket in hand, and is as it was after a reload', () => {
    const first = select(tickets(1, 2), tickets(1, 2, 3));
    expect(first.result.current.selected).toBe(1);
    act(() => first.result.current.show(3));
    expect(onShow).toHaveBeenCalledOnce();
    first.unmount();
    const { result } = select(tickets(1, 2), tickets(1, 2, 3));
    expect(result.current.selected).toBe(3);
    expect(result.current.open).toEqual([1, 2, 3]);
  });

  test('walks down and up the list, and stays at its ends', () => {
    const { result } = select(tickets(1), tickets(1, 2, 3));
    const steps = [1, 1, 1, -1].map((by) => {
      act(() => result.current.move(by));
      return result.current.selected;
    });
    expect(steps).toEqual([2, 3, 3, 2]);
  });

  test('comes to what lies open by its place, from 1', () => {
    const { result } = select(tickets(5, 6), tickets(5, 6));
    act(() => result.current.showOpen(2));
    expect(result.current.selected).toBe(6);
    act(() => result.current.showOpen(9));
    expect(result.current.selected).toBe(6);
  });

  test('stays with a ticket that leaves the hands, until its tab is closed', () => {
    const { result, rerender } = select(tickets(1, 2), tickets(1, 2));
    act(() => result.current.keep(1));
    rerender({ held: tickets(2) });
    expect(result.current.selected).toBe(1);
    expect(result.current.isHeld(1)).toBe(false);
    act(() => result.current.close(1));
    expect(result.current.selected).toBe(2);
    expect(result.current.open).toEqual([2]);
  });

  test('shows by a function that stays the same', () => {
    const { result, rerender } = select(tickets(1), tickets(1, 2));
    const { show } = result.current;
    rerender({ held: tickets(1, 2) });
    expect(result.current.show).toBe(show);
  });
});

describe('The layout', () => {
  function layoutOn(width: number) {
    vi.spyOn(window, 'matchMedia').mockImplementation(
      (query) =>
        ({
          matches: width >= Number(/([\d.]+)em/.exec(query)?.[1]) * 16,
          addEventListener: () => {},
          removeEventListener: () => {},
        }) as unknown as MediaQueryList,
    );
    return renderHook(() => useLayout());
  }

  function shown({ shows }: ReturnType<typeof useLayout>) {
    return (['list', 'ticket', 'details'] as const).filter(shows);
  }

  test('shows all parts where the window is wide', () => {
    const { result } = layoutOn(1440);
    expect(result.current.choices).toEqual([]);
    expect(shown(result.current)).toEqual(['list', 'ticket', 'details']);
  });

  test('shows the list beside the ticket or its details where it is not', () => {
    const { result } = layoutOn(800);
    expect(shown(result.current)).toEqual(['list', 'ticket']);
    act(() => result.current.choose('details'));
    expect(shown(result.current)).toEqual(['list', 'details']);
  });

  test('shows one part on a phone, and the same one after a reload', () => {
    const { result, unmount } = layoutOn(360);
    expect(shown(result.current)).toEqual(['list']);
    act(() => result.current.choose('ticket'));
    expect(shown(result.current)).toEqual(['ticket']);
    unmount();
    expect(shown(layoutOn(360).result.current)).toEqual(['ticket']);
  });
});

describe('The keys', () => {
  function Desk({ does, off }: { does: DeskActions; off: boolean }) {
    useDeskKeys(does, off);
    return <input aria-label="Reply" />;
  }

  function actions() {
    const done: unknown[][] = [];
    const names = [
      ...['accept', 'decline', 'write', 'transfer', 'move', 'showOpen', 'close', 'showDetails'],
      ...['choosePresence', 'endWrapUp', 'mute', 'showReplies', 'showKeys'],
    ];
    const does = Object.fromEntries(
      names.map((name) => [name, (...how: unknown[]) => void done.push([name, ...how])]),
    );
    return { done, does: does as unknown as DeskActions };
  }

  test('do what the sheet of keys says', async () => {
    const { done, does } = actions();
    render(<Desk does={does} off={false} />);
    await userEvent.keyboard('adncprltjk19xiswm/?');
    expect(done).toEqual([
      ['accept'],
      ['decline'],
      ...['note', 'remark', 'pend', 'resolve', 'release'].map((kind) => ['write', kind]),
      ['transfer'],
      ['move', 1],
      ['move', -1],
      ['showOpen', 1],
      ['showOpen', 9],
      ['close'],
      ['showDetails'],
      ['choosePresence'],
      ['endWrapUp'],
      ['mute'],
      ['showReplies'],
      ['showKeys'],
    ]);
  });

  test('do nothing while somebody types, with Ctrl, or where they are off', async () => {
    const { done, does } = actions();
    const { rerender } = render(<Desk does={does} off={false} />);
    await userEvent.keyboard('{Control>}r{/Control}');
    await userEvent.type(screen.getByRole('textbox'), 'rpl2?');
    await userEvent.click(document.body);
    rerender(<Desk does={does} off />);
    await userEvent.keyboard('ar?');
    expect(done).toEqual([]);
  });
});

describe('Writing', () => {
  const held = {
    id: 1,
    status: 'IN_PROGRESS',
    agentId: 7,
    nextSteps: ['RESOLVE'],
  } as unknown as TicketView;
  const onBegin = vi.fn();

  function Field({ id }: { id: number }) {
    const { input, kind, begin, end } = useWriting(id, { ...held, id }, 7, onBegin);
    return (
      <>
        <textarea ref={input} aria-label={kind} />
        <button type="button" onClick={() => begin('resolve')}>
          Resolve
        </button>
        <button type="button" onClick={() => begin('pend')}>
          Ask
        </button>
        <button type="button" onClick={() => end(id)}>
          Done
        </button>
      </>
    );
  }

  test('begins only what may be done now, in its field, and is kept for each ticket', async () => {
    const user = userEvent.setup();
    const first = render(<Field id={1} />);
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(onBegin).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Resolve' }));
    expect(onBegin).toHaveBeenCalledOnce();
    expect(screen.getByRole('textbox', { name: 'resolve' })).toHaveFocus();
    first.rerender(<Field id={2} />);
    expect(screen.getByRole('textbox', { name: 'note' })).toBeInTheDocument();
    first.unmount();
    render(<Field id={1} />);
    expect(screen.getByRole('textbox', { name: 'resolve' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByRole('textbox', { name: 'note' })).toBeInTheDocument();
  });
});
