import { useKeys } from '../ui/keys';
import type { Kind } from './steps';

/** The actions that have keys, which `KeySheet` tells. Each sees itself whether it makes sense now. */
export interface DeskActions {
  accept: () => void;
  decline: () => void;
  write: (kind: Kind) => void;
  transfer: () => void;
  move: (by: number) => void;
  /** Counts from 1. */
  showOpen: (place: number) => void;
  close: () => void;
  showDetails: () => void;
  choosePresence: () => void;
  endWrapUp: () => void;
  mute: () => void;
  showReplies: () => void;
  showKeys: () => void;
}

/** @param off while a dialogue has the keys, or where somebody wants none */
export function useDeskKeys(does: DeskActions, off: boolean): void {
  const keys: [string, () => void][] = [
    ['a', does.accept],
    ['d', does.decline],
    ['n', () => does.write('note')],
    ['c', () => does.write('remark')],
    ['p', () => does.write('pend')],
    ['r', () => does.write('resolve')],
    ['l', () => does.write('release')],
    ['t', does.transfer],
    ['j', () => does.move(1)],
    ['k', () => does.move(-1)],
    ['x', does.close],
    ['i', does.showDetails],
    ['s', does.choosePresence],
    ['w', does.endWrapUp],
    ['m', does.mute],
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((place): [string, () => void] => [
      String(place),
      () => does.showOpen(place),
    ]),
    // Where they are typed with and without Shift.
    ['/', does.showReplies],
    ['shift+/', does.showReplies],
    ['?', does.showKeys],
    ['shift+?', does.showKeys],
  ];
  useKeys(off ? [] : keys);
}
