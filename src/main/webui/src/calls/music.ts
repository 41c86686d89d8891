const NOTES = [262, 330, 392, 523, 392, 330];
const EVERY = 0.6;
const VOLUME = 0.03;

/** Soft music for whoever waits, until it is stopped. Nothing where the browser has no sound. */
export function playMusic(): () => void {
  if (typeof AudioContext === 'undefined') {
    return () => {};
  }
  const context = new AudioContext();
  void context.resume().catch(() => {});
  let next = 0;
  const play = () => {
    if (context.state !== 'running') {
      return;
    }
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = NOTES[next++ % NOTES.length] as number;
    const at = context.currentTime;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(VOLUME, at + 0.08);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 1.4);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + 1.5);
  };
  const timer = setInterval(play, 1000 * EVERY);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
