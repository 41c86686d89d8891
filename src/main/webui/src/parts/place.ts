import { typedFields } from './quiet';

/** In the entry of the history, which the next page in its place has; a frame of a shop may have no storage. */
const STORED = 'patchbayPlace';
/** A slow machine or line brings some things back after minutes. */
const LATEST = 10 * 60_000;
const LOOK_EVERY = 100;
/** From then on, things that come late are looked for less often. */
const HURRY = 10_000;
const LOOK_LATER_EVERY = 1_000;
const TOUCHES = ['pointerdown', 'keydown', 'wheel'];
/** What can be found again. */
const NAMED = '[id], [aria-label], input, textarea';

/** An id that somebody wrote. One that Mantine made is random, and may by chance be of letters alone. */
const WRITTEN = /^(?!mantine-)[a-z-]+$/;

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Kept {
  name: string;
  value: string;
}

interface Place {
  /** How far the page was scrolled, and what can be scrolled in it. */
  scrolls: { name: string; top: number }[];
  fields: Kept[];
  focus?: { name: string; start: number | null; end: number | null };
}

/** Loads the page anew; what was typed, where the caret was and how far it was scrolled are as before. */
export function loadAnew(): void {
  const active = document.activeElement;
  const place: Place = {
    scrolls: [...document.querySelectorAll(`:root, ${NAMED}`)]
      .filter((each) => each.scrollTop > 0 && !isField(each))
      .map((each) => ({ name: nameOf(each), top: each.scrollTop })),
    fields: typedFields().map((field) => ({ name: nameOf(field), value: field.value })),
    ...(isField(active) && {
      focus: { name: nameOf(active), start: active.selectionStart, end: active.selectionEnd },
    }),
  };
  window.history.replaceState({ ...window.history.state, [STORED]: place }, '');
  window.location.reload();
}

const place = taken();

/** The place that was kept, once: who loads the page anew themselves begins anew. */
function taken(): Place | undefined {
  const { [STORED]: kept, ...others } = window.history.state ?? {};
  if (kept) {
    window.history.replaceState(others, '');
  }
  return kept;
}

/** By us, or by somebody: this is not the first page in its place. */
export function wasLoadedAnew(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}

/** Whether something had been typed into a field before the page was loaded anew. */
export function wasTyped(id: string): boolean {
  return place?.fields.some((field) => field.name === `#${id}`) ?? false;
}

/** Brings somebody back to where they were, as what was there comes back. */
export function findPlace(): () => void {
  if (!place) {
    return () => {};
  }
  const fields = new Set(place.fields);
  const scrolls = new Set(place.scrolls);
  const { focus } = place;
  let hadCaret = false;
  const look = () => {
    const named = new Map(
      [...document.querySelectorAll(`:root, ${NAMED}`)].map((each) => [nameOf(each), each] as const),
    );
    for (const kept of fields) {
      const field = named.get(kept.name);
      if (field && isField(field)) {
        fields.delete(kept);
        // Drafts come back by themselves.
        if (field.value !== kept.value) {
          type(field, kept.value);
        }
      }
    }
    for (const kept of scrolls) {
      const box = named.get(kept.name);
      if (box && box.scrollHeight >= kept.top + box.clientHeight) {
        scrolls.delete(kept);
        box.scrollTop = kept.top;
      }
    }
    const field = focus && named.get(focus.name);
    if (focus && field && isField(field)) {
      // A field that was put in the place of another has lost it.
      if (!hadCaret || document.activeElement === document.body) {
        field.focus({ preventScroll: true });
        if (focus.start !== null) {
          field.setSelectionRange(focus.start, focus.end);
        }
      }
      hadCaret = true;
    }
    if (fields.size === 0 && scrolls.size === 0 && !focus) {
      stop();
    }
  };
  let timer = setInterval(look, LOOK_EVERY);
  const hurry = setTimeout(() => {
    clearInterval(timer);
    timer = setInterval(look, LOOK_LATER_EVERY);
  }, HURRY);
  const latest = setTimeout(() => stop(), LATEST);
  const stop = () => {
    clearInterval(timer);
    clearTimeout(hurry);
    clearTimeout(latest);
    for (const touch of TOUCHES) {
      window.removeEventListener(touch, stop);
    }
  };
  // Who is there already goes where they want.
  for (const touch of TOUCHES) {
    window.addEventListener(touch, stop);
  }
  return stop;
}

function isField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** What something is called, also after the page was loaded anew: ids that were made for it are others each time. */
function nameOf(element: Element): string {
  const label = isField(element) ? element.labels?.[0]?.textContent : undefined;
  return WRITTEN.test(element.id)
    ? `#${element.id}`
    : `${element.localName} ${element.getAttribute('aria-label') ?? label ?? ''}`;
}

/** As if somebody typed it: React hears of nothing else. */
function type(field: Field, value: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(prototype.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
