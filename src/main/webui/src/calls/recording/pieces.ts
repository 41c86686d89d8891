/** A stretch of a recording by this browser, and whose it is. */
export interface SegmentKey {
  account: number;
  recording: number;
  segment: number;
}

/** Some seconds of it. The number 0 has no sound: it says that there is such a segment. */
export interface Piece extends SegmentKey {
  number: number;
  at: number;
  bytes: ArrayBuffer;
}

const NAME = 'patchbay-recordings';
const PIECES = 'pieces';
/** The server waits for pieces no longer, and nobody wants their customers' voices to lie about. */
const LONGEST = 3_600_000;

let opening: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(PIECES, { keyPath: ['account', 'recording', 'segment', 'number'] });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function act<T>(mode: IDBTransactionMode, run: (pieces: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const pieces = (await database()).transaction(PIECES, mode).objectStore(PIECES);
  return new Promise((resolve, reject) => {
    const request = run(pieces);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What is not kept here goes on from memory: it is lost with the page alone. */
async function tried(what: Promise<unknown>): Promise<void> {
  await what.catch((problem) => console.warn('The browser keeps no pieces of recordings', problem));
}

export function keep(piece: Piece): Promise<void> {
  return tried(act('readwrite', (pieces) => pieces.put(piece)));
}

/** The server has it. */
export function drop({ account, recording, segment, number }: Omit<Piece, 'at' | 'bytes'>): Promise<void> {
  return tried(act('readwrite', (pieces) => pieces.delete([account, recording, segment, number])));
}

/** Nothing of a segment is needed any more. */
export function forget(segment: SegmentKey): Promise<void> {
  return tried(act('readwrite', (pieces) => pieces.delete(rangeOf(segment))));
}

/** Those of a segment that the server does not have, in their order; without the one that says that it is there. */
export async function keptOf(segment: SegmentKey): Promise<Piece[]> {
  return (await act('readonly', (pieces) => pieces.getAll(rangeOf(segment)))).filter(
    ({ number }: Piece) => number > 0,
  );
}

/** The segments of an account of which pages before this one have not sent all. Sound that is too old is forgotten. */
export async function leftSegments(account: number): Promise<SegmentKey[]> {
  const left = new Map<string, SegmentKey>();
  for (const piece of await act<Piece[]>('readonly', (pieces) => pieces.getAll())) {
    const { account: owner, recording, segment, number, at } = piece;
    if (owner === account) {
      left.set(nameOf(piece), { account, recording, segment });
    }
    if (at < Date.now() - LONGEST && (number > 0 || owner !== account)) {
      await drop(piece);
    }
  }
  return [...left.values()];
}

export function nameOf({ account, recording, segment }: SegmentKey): string {
  return `${NAME}-${account}-${recording}-${segment}`;
}

function rangeOf({ account, recording, segment }: SegmentKey): IDBKeyRange {
  return IDBKeyRange.bound([account, recording, segment, 0], [account, recording, segment, Infinity]);
}
