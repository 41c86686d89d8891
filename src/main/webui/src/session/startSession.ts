import { api, data, isEmbedded } from '../api/client';

interface SignIn {
  organisation: string | undefined;
  username: string;
  password: string;
  code?: string;
}

/** Signs in; the session is in cookies. */
export function startSession({ organisation, code, ...rest }: SignIn): Promise<unknown> {
  return data(
    api.POST('/api/v1/auth/session', {
      body: {
        ...rest,
        ...(organisation && { organisation }),
        ...(code && { code }),
        // The cookies of a frame on another site are others than those of our own pages.
        ...(isEmbedded() && { embedded: true }),
      },
    }),
  );
}
