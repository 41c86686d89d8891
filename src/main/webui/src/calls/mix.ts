/** For whoever is hidden: all that one hears and says, as one track. */
export class Mix {
  private readonly context = new AudioContext();
  private readonly destination = this.context.createMediaStreamDestination();
  private readonly sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();

  get track(): MediaStreamTrack | undefined {
    return this.destination.stream.getAudioTracks()[0];
  }

  of(tracks: MediaStreamTrack[]): void {
    void this.context.resume();
    for (const [track, source] of this.sources) {
      if (!tracks.includes(track)) {
        source.disconnect();
        this.sources.delete(track);
      }
    }
    for (const track of tracks) {
      if (!this.sources.has(track)) {
        const source = this.context.createMediaStreamSource(new MediaStream([track]));
        source.connect(this.destination);
        this.sources.set(track, source);
      }
    }
  }

  close(): void {
    void this.context.close();
  }
}
