import { useEffect, useState } from 'react';

const STORED = 'patchbay-desk-tabs';
const MOST = 8;

interface Tabs {
  selected?: number;
  /** Opened beside what I hold. */
  open: number[];
}

function stored(): Tabs {
  try {
    const tabs = JSON.parse(sessionStorage.getItem(STORED) ?? '');
    return { selected: tabs.selected, open: Array.isArray(tabs.open) ? tabs.open : [] };
  } catch {
    return { open: [] };
  }
}

/** Which tickets lie open, also after the page was loaded anew. What I hold is always open. */
export function useTabs(held: readonly number[]) {
  const [tabs, setTabs] = useState(stored);
  const change = (next: (tabs: Tabs) => Tabs) =>
    setTabs((before) => {
      const after = next(before);
      sessionStorage.setItem(STORED, JSON.stringify(after));
      return after;
    });
  const besides = tabs.open.filter((id) => !held.includes(id));
  const ids = [...held, ...besides];
  // What somebody looks at stays before them, also when it leaves their hands.
  if (tabs.selected !== undefined && !ids.includes(tabs.selected)) {
    ids.push(tabs.selected);
  }
  const selected = tabs.selected ?? ids[0];
  const chosenForThem = tabs.selected === undefined ? selected : undefined;
  useEffect(() => {
    if (chosenForThem !== undefined) {
      setTabs((before) => ({ ...before, selected: before.selected ?? chosenForThem }));
    }
  }, [chosenForThem]);
  return {
    ids,
    selected,
    select: (id: number) => {
      // An open tab that becomes mine stays where it is.
      change(({ open }) => ({
        selected: id,
        open: held.includes(id) || open.includes(id) ? open : [...open, id].slice(-MOST),
      }));
    },
    close: (id: number) => {
      const place = ids.indexOf(id);
      const next = ids[place + 1] ?? ids[place - 1];
      change(({ selected: now, open }) => ({
        open: open.filter((each) => each !== id),
        ...(now === id ? next !== undefined && { selected: next } : now !== undefined && { selected: now }),
      }));
    },
    keep: (id: number) =>
      change(({ selected: now, open }) => ({
        ...(now !== undefined && { selected: now }),
        open: open.includes(id) ? open : [...open, id].slice(-MOST),
      })),
  };
}
