import type { IceServerView, PeerView, SignalView } from '../api/schema';

/** A network may have no candidate that comes late; nobody waits for it longer. */
const GATHERING = 2_000;
/** What is not connected by then is tried anew. */
const PATIENCE = 8_000;
const SHORT_PATIENCE = 4_000;

/** The leg of a media server, where there is one. */
export const SERVER = 0;

type Kind = 'audio' | 'video';
type Send = (type: SignalView['type'], body: string) => Promise<void>;

/** The connection with one other device. Its tracks may change at any time without a new agreement. */
export class Peer {
  readonly stream = new MediaStream();
  connection: RTCPeerConnection;
  private senders: Partial<Record<Kind, RTCRtpSender>> = {};
  private tracks: Record<Kind, MediaStreamTrack | null> = { audio: null, video: null };
  /** Since when it has not been connected. */
  private lostSince: number | undefined = Date.now();
  private restarts = 0;
  private closed = false;

  constructor(
    public view: PeerView,
    private servers: IceServerView[],
    private readonly send: Send,
    private readonly changed: () => void,
  ) {
    this.connection = this.connect();
    if (view.offers) {
      void this.offer();
    }
  }

  get isConnected(): boolean {
    return this.connection.connectionState === 'connected';
  }

  private connect(): RTCPeerConnection {
    const connection = new RTCPeerConnection({
      iceServers: this.servers.map(({ urls, username, credential }) => ({
        urls,
        ...(username != null && { username }),
        ...(credential != null && { credential }),
      })),
    });
    connection.ontrack = ({ track }) => {
      for (const old of this.stream.getTracks().filter(({ kind }) => kind === track.kind)) {
        this.stream.removeTrack(old);
      }
      this.stream.addTrack(track);
      track.onmute = this.changed;
      track.onunmute = this.changed;
      this.changed();
    };
    connection.onconnectionstatechange = () => {
      if (this.closed || connection !== this.connection) {
        return;
      }
      if (this.isConnected) {
        this.lostSince = undefined;
        this.restarts = 0;
      } else {
        this.lostSince ??= Date.now();
      }
      if (connection.connectionState === 'failed') {
        void this.restart();
      }
      this.changed();
    };
    this.senders = {};
    if (this.view.offers) {
      for (const kind of ['audio', 'video'] as const) {
        this.senders[kind] = connection.addTransceiver(kind, { direction: 'sendrecv' }).sender;
        void this.senders[kind]?.replaceTrack(this.tracks[kind]);
      }
    }
    return connection;
  }

  /** What it is sent from now on; nothing where null. */
  sends(tracks: Record<Kind, MediaStreamTrack | null>): void {
    for (const kind of ['audio', 'video'] as const) {
      if (this.tracks[kind] !== tracks[kind]) {
        this.tracks[kind] = tracks[kind];
        void this.senders[kind]?.replaceTrack(tracks[kind]).catch(() => {});
      }
    }
  }

  /** Looks whether it should be tried anew. */
  look(): void {
    if (this.lostSince === undefined) {
      return;
    }
    const patience = this.connection.connectionState === 'disconnected' ? SHORT_PATIENCE : PATIENCE;
    if (Date.now() - this.lostSince >= patience) {
      void this.restart();
    }
  }

  async hear({ type, body }: SignalView, servers: IceServerView[]): Promise<void> {
    this.servers = servers;
    if (type === 'RESTART') {
      if (this.view.offers && Date.now() - (this.lostSince ?? 0) > SHORT_PATIENCE) {
        await this.restart();
      }
    } else if (type === 'ANSWER') {
      if (this.connection.signalingState === 'have-local-offer') {
        await this.connection.setRemoteDescription({ type: 'answer', sdp: body });
      }
    } else {
      await this.answer(body);
    }
  }

  private async restart(): Promise<void> {
    this.lostSince = Date.now();
    if (!this.view.offers) {
      await this.send('RESTART', '');
      return;
    }
    this.restarts++;
    if (this.restarts > 1 || this.view.legId === SERVER || this.connection.signalingState !== 'stable') {
      this.renew();
    }
    await this.offer();
  }

  /** Begins with nothing of what was agreed before. */
  private renew(): void {
    const before = this.connection;
    this.connection = this.connect();
    before.close();
  }

  private async offer(): Promise<void> {
    const { connection } = this;
    const again = connection.remoteDescription !== null;
    await connection.setLocalDescription(await connection.createOffer({ iceRestart: again }));
    await gathered(connection);
    if (!this.closed && connection === this.connection) {
      await this.send('OFFER', connection.localDescription?.sdp ?? '');
    }
  }

  private async answer(body: string): Promise<void> {
    const known = this.connection.remoteDescription?.sdp;
    if (known && sessionOf(known) !== sessionOf(body)) {
      this.renew();
    }
    const { connection } = this;
    await connection.setRemoteDescription({ type: 'offer', sdp: body });
    for (const transceiver of connection.getTransceivers()) {
      const kind = transceiver.receiver.track.kind as Kind;
      transceiver.direction = 'sendrecv';
      this.senders[kind] = transceiver.sender;
      await transceiver.sender.replaceTrack(this.tracks[kind]);
    }
    await connection.setLocalDescription(await connection.createAnswer());
    await gathered(connection);
    if (!this.closed && connection === this.connection) {
      await this.send('ANSWER', connection.localDescription?.sdp ?? '');
    }
  }

  close(): void {
    this.closed = true;
    this.connection.close();
  }
}

/** Of which connection a description is: each has a number of its own in it. */
function sessionOf(sdp: string): string | undefined {
  return /^o=\S+ (\S+)/m.exec(sdp)?.[1];
}

/** All candidates go with the description: there are no further signals. */
function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      connection.removeEventListener('icegatheringstatechange', look);
      resolve();
    };
    const look = () => connection.iceGatheringState === 'complete' && end();
    const timer = setTimeout(end, GATHERING);
    connection.addEventListener('icegatheringstatechange', look);
    look();
  });
}
