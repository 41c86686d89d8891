import { vi } from 'vitest';
import type { PeerView, SignalView } from '../api/schema';

// The client of the API keeps the `fetch` that it found when it was loaded.
const door = vi.hoisted(() => {
  const answers: { by?: (request: Request) => Promise<Response> } = {};
  globalThis.fetch = (request) =>
    answers.by?.(request as Request) ?? Promise.reject(new TypeError('no server'));
  return answers;
});

type Kind = 'audio' | 'video';

class Track {
  enabled = true;
  onended: (() => void) | null = null;
  readonly stop = vi.fn();
  constructor(readonly kind: Kind) {}
}

class Stream {
  constructor(private tracks: Track[] = []) {}
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
  addTrack = (track: Track) => this.tracks.push(track);
  removeTrack = (track: Track) => {
    this.tracks = this.tracks.filter((each) => each !== track);
  };
}

/** A connection whose other end is the test. */
class Connection extends EventTarget {
  closed = false;
  connectionState = 'new';
  signalingState = 'stable';
  iceGatheringState = 'complete';
  localDescription: { sdp: string } | null = null;
  remoteDescription: { sdp: string } | null = null;
  readonly remote: string[] = [];
  readonly transceivers: { kind: Kind; track: unknown; sender: unknown }[] = [];

  addTransceiver(kind: Kind) {
    const transceiver = {
      kind,
      track: null as unknown,
      direction: 'recvonly',
      receiver: { track: { kind } },
      sender: {
        replaceTrack: async (track: unknown) => {
          transceiver.track = track;
        },
      },
    };
    this.transceivers.push(transceiver);
    return transceiver;
  }
  getTransceivers = () => this.transceivers;
  sent = (kind: Kind) => this.transceivers.find((each) => each.kind === kind)?.track;
  createOffer = async () => ({ type: 'offer', sdp: 'v=0 offer' });
  createAnswer = async () => ({ type: 'answer', sdp: 'v=0 answer' });
  async setLocalDescription(description: { type: string; sdp: string }) {
    this.localDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-local-offer' : 'stable';
  }
  async setRemoteDescription(description: { type: string; sdp: string }) {
    this.remoteDescription = description;
    this.remote.push(description.sdp);
    this.signalingState = 'stable';
    if (description.type === 'offer') {
      this.addTransceiver('audio');
      this.addTransceiver('video');
    }
  }
  getStats = async () => new Map();
  close() {
    this.closed = true;
  }
}

/** A server, devices and connections, kept by a test. */
export interface Rig {
  peers: PeerView[];
  /** What other devices tell next. */
  signals: SignalView[];
  /** What the next report is refused with. */
  refusal: Record<string, unknown> | undefined;
  noMicrophone: string | undefined;
  microphone: Track;
  connections: Connection[];
  told: unknown[];
  reports: unknown[];
  joined: number;
}

export function rig(): Rig {
  const server: Rig = {
    peers: [],
    signals: [],
    refusal: undefined,
    noMicrophone: undefined,
    microphone: new Track('audio'),
    connections: [],
    told: [],
    reports: [],
    joined: 0,
  };
  const state = () => {
    const signals = server.signals;
    const call = { id: 31, ticketId: 7, state: 'ACTIVE', kind: 'VOICE', onHold: false, legs: [] };
    return { leg: { id: 9, mode: 'TALK' }, call, peers: server.peers, signals, iceServers: [] };
  };
  door.by = async (request) => {
    const body = request.method === 'DELETE' ? undefined : JSON.parse(await request.text());
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/signals')) {
      server.told.push(body);
    } else if (request.method === 'PUT') {
      server.reports.push(body);
      const { refusal } = server;
      server.refusal = undefined;
      if (refusal) {
        return Response.json({ type: 'urn:patchbay:problem:conflict', ...refusal }, { status: 409 });
      }
    } else if (request.method === 'POST') {
      server.joined++;
    }
    return request.method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json(state());
  };
  vi.stubGlobal('MediaStream', Stream);
  vi.stubGlobal(
    'RTCPeerConnection',
    class extends Connection {
      constructor() {
        super();
        server.connections.push(this);
      }
    },
  );
  const mediaDevices = {
    getUserMedia: async () => {
      if (server.noMicrophone) {
        throw Object.assign(new Error(), { name: server.noMicrophone });
      }
      return new Stream([server.microphone]);
    },
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true });
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    value: null,
    writable: true,
    configurable: true,
  });
  HTMLMediaElement.prototype.play = async () => {};
  return server;
}
