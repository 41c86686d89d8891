import { createContext, type MouseEvent, type ReactNode, useContext, useEffect, useRef } from 'react';

/** Where the portal's pages are: addresses of the application, or places inside the widget. */
export interface Places {
  /** Of a request, of where a chat begins, or of the start. */
  hrefOf(place?: Place): string;
  go(place?: Place): void;
}

export type Place = number | 'chat';

const PlacesContext = createContext<Places | undefined>(undefined);

export function PlacesProvider({ places, children }: { places: Places; children: ReactNode }) {
  return <PlacesContext value={places}>{children}</PlacesContext>;
}

export function usePlaces(): Places {
  const places = useContext(PlacesContext);
  if (!places) {
    throw new Error('no places around this part of the portal');
  }
  return places;
}

/** For an `<a>`: what the browser itself does with a link, as opening it in another tab, still works. */
export function useLinkTo(place?: Place) {
  const places = usePlaces();
  return {
    href: places.hrefOf(place),
    onClick: (click: MouseEvent) => {
      if (click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey && !click.altKey) {
        click.preventDefault();
        places.go(place);
      }
    },
  };
}

let last: string | undefined;

/** A page's heading takes the focus when somebody comes from another page: readers say where they are now. */
export function useArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const here = window.location.href;
    if (last !== undefined && last !== here) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    last = here;
  }, []);
  return heading;
}
