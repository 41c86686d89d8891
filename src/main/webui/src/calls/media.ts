/** Why a device cannot be used. */
export type Refused = 'refused' | 'missing' | 'busy' | 'insecure';

/** The microphone of somebody, or why there is none. */
export async function microphone(): Promise<MediaStreamTrack | Refused> {
  return track(() =>
    navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    }),
  );
}

export async function camera(): Promise<MediaStreamTrack | Refused> {
  return track(() =>
    navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 720 } } }),
  );
}

export async function screen(): Promise<MediaStreamTrack | Refused> {
  return track(() => navigator.mediaDevices.getDisplayMedia({ video: true }));
}

async function track(get: () => Promise<MediaStream>): Promise<MediaStreamTrack | Refused> {
  // Browsers have no such devices for pages that come without encryption.
  if (!navigator.mediaDevices) {
    return 'insecure';
  }
  try {
    return (await get()).getTracks()[0] ?? 'missing';
  } catch (problem) {
    return reasonOf(problem);
  }
}

function reasonOf(problem: unknown): Refused {
  switch ((problem as Error).name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'missing';
  }
}
