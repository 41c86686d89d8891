import { useEffect } from 'react';
import { wasLoadedAnew } from '../parts/place';

let audio: AudioContext | undefined;

/** Browsers make no sound before somebody has touched the page. */
export function useSoundAllowed(): void {
  useEffect(() => {
    // Where the page was loaded anew, browsers remember that somebody has touched it.
    if (wasLoadedAnew() && typeof AudioContext !== 'undefined') {
      audio ??= new AudioContext();
    }
    const allow = () => {
      audio ??= typeof AudioContext === 'undefined' ? undefined : new AudioContext();
      void audio?.resume();
    };
    const once = { once: true, capture: true };
    window.addEventListener('pointerdown', allow, once);
    window.addEventListener('keydown', allow, once);
    return () => {
      window.removeEventListener('pointerdown', allow, once);
      window.removeEventListener('keydown', allow, once);
    };
  }, []);
}

/** Nothing, before somebody has touched the page. */
export function tone(frequency: number, start: number, length: number, volume = 0.18): void {
  if (audio?.state !== 'running') {
    return;
  }
  const at = audio.currentTime + start;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = 'sine';
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, at + length);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + length);
}

/** A message came. */
export function tick(): void {
  tone(784, 0, 0.18, 0.12);
  tone(1046, 0.09, 0.25, 0.1);
}
