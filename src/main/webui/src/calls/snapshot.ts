import type { CallView, LegMode, LegRole } from '../api/schema';
import type * as devices from './media';
import { type Peer, SERVER } from './peer';
import type { Line } from './quality';

/** Why one is in a call no more. */
export type Ended = 'over' | 'left' | 'moved' | 'notAdmitted' | 'gone';

/** Another device with which this one is connected. */
export interface Remote {
  legId: number;
  /** Unknown of those who do not show themselves. */
  role: LegRole | undefined;
  name: string | undefined;
  stream: MediaStream;
  heard: boolean;
  connected: boolean;
}

/** How a call is for this device. A new one comes with each change. */
export interface Snapshot {
  callId: number;
  legId: number | undefined;
  call: CallView | undefined;
  mode: LegMode;
  muted: boolean;
  camera: boolean;
  screen: boolean;
  /** Why nobody hears one; undefined where the microphone is there, or not needed. */
  noMicrophone: devices.Refused | undefined;
  noCamera: devices.Refused | undefined;
  /** Whether the server answers. */
  online: boolean;
  line: Line | undefined;
  remotes: Remote[];
  /** Whether the browser plays no sound before somebody has pressed something. */
  silenced: boolean;
  ended: Ended | undefined;
}

export interface Options {
  mode?: LegMode;
  muted?: boolean;
  camera?: boolean;
}

/** The call before the server has answered. */
export function joining(callId: number, options: Options): Snapshot {
  return {
    callId,
    legId: undefined,
    call: undefined,
    mode: options.mode ?? 'TALK',
    muted: options.muted ?? false,
    camera: false,
    screen: false,
    noMicrophone: undefined,
    noCamera: undefined,
    online: true,
    line: undefined,
    remotes: [],
    silenced: false,
    ended: undefined,
  };
}

/** The devices of a call with which this one is connected. */
export function remotesOf(peers: Iterable<Peer>, call: CallView | undefined): Remote[] {
  const devices = [...peers].filter(({ view }) => view.legId !== SERVER);
  return devices.map((peer) => {
    const leg = call?.legs.find(({ id }) => id === peer.view.legId);
    return {
      legId: peer.view.legId,
      role: leg?.role,
      name: leg?.name ?? undefined,
      stream: peer.stream,
      heard: peer.view.heard,
      connected: peer.isConnected,
    };
  });
}
