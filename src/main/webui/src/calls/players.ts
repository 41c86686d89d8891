import type { Remote } from './snapshot';

/** Plays the sound of other devices by itself, whatever the page shows. */
export class Players {
  private readonly players = new Map<number, HTMLAudioElement>();

  /** @param silenced called where the browser plays nothing before somebody has pressed something */
  constructor(private readonly silenced: () => void) {}

  /** These, and no others. */
  play(remotes: Remote[]): void {
    for (const [legId, player] of this.players) {
      if (!remotes.some((remote) => remote.legId === legId)) {
        player.srcObject = null;
        player.remove();
        this.players.delete(legId);
      }
    }
    for (const { legId, role, stream, heard } of remotes) {
      let player = this.players.get(legId);
      if (!player) {
        player = document.createElement('audio');
        player.autoplay = true;
        player.dataset.leg = String(legId);
        document.body.append(player);
        this.players.set(legId, player);
      }
      if (player.srcObject !== stream) {
        player.srcObject = stream;
        void this.beginOne(player);
      }
      player.dataset.role = role ?? '';
      player.muted = !heard;
    }
  }

  /** Once more, where somebody has pressed something. */
  begin(): void {
    for (const player of this.players.values()) {
      void this.beginOne(player);
    }
  }

  private async beginOne(player: HTMLAudioElement): Promise<void> {
    try {
      await player.play();
    } catch (problem) {
      if ((problem as Error).name === 'NotAllowedError') {
        this.silenced();
      }
    }
  }
}
