import { useEffect, useRef } from 'react';
import { tone } from '../tickets/sound';

export function ring(): void {
  tone(659, 0, 0.35);
  tone(880, 0.18, 0.5);
}

export function chime(): void {
  tone(587, 0, 0.4);
}

const RING_EVERY = 2500;

/** Rings for as long as it should. */
export function useRinging(ringing: boolean): void {
  useEffect(() => {
    if (!ringing) {
      return;
    }
    ring();
    const timer = setInterval(ring, RING_EVERY);
    return () => clearInterval(timer);
  }, [ringing]);
}

/** The tab's title and icon say that something waits, turn by turn with what they say else. */
export function useBlinking(text: string | undefined): void {
  const usual = useRef(document.title);
  useEffect(() => {
    if (text === undefined) {
      return;
    }
    usual.current = document.title;
    let on = false;
    const blink = () => {
      on = !on;
      document.title = on ? text : usual.current;
    };
    blink();
    const timer = setInterval(blink, 1000);
    return () => {
      clearInterval(timer);
      document.title = usual.current;
    };
  }, [text]);
  const badge = text !== undefined;
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
    if (!badge || !link) {
      return;
    }
    const { href, type } = link;
    let gone = false;
    const image = new Image();
    image.onload = () => {
      const badged = gone ? undefined : withDot(image);
      if (badged) {
        link.type = 'image/png';
        link.href = badged;
      }
    };
    image.src = href;
    return () => {
      gone = true;
      link.type = type;
      link.href = href;
    };
  }, [badge]);
}

function withDot(image: HTMLImageElement): string | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 64;
  const context = canvas.getContext('2d');
  if (!context) {
    return undefined;
  }
  context.drawImage(image, 0, 0, 64, 64);
  context.beginPath();
  context.arc(48, 16, 15, 0, 2 * Math.PI);
  context.fillStyle = '#e03131';
  context.fill();
  return canvas.toDataURL('image/png');
}

export function mayNotify(): 'granted' | 'denied' | 'default' | 'impossible' {
  return typeof Notification === 'undefined' ? 'impossible' : Notification.permission;
}

/** Tells somebody who looks at something else. */
export function notify(title: string, body: string, tag: string): void {
  if (mayNotify() === 'granted' && !document.hasFocus()) {
    try {
      const notification = new Notification(title, { body, tag, requireInteraction: true });
      notification.onclick = () => {
        window.focus();
        notification.close();
      };
    } catch {
      // Phones let only service workers notify.
    }
  }
}
