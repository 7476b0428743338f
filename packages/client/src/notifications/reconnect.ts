import { closeCodes } from '@rolecall/contract/constants';

/** What a client does after its socket has closed. */
export type Reaction =
  /** Its credentials are refused; it does not come back by itself. */
  | { readonly do: 'stop'; readonly code: number }
  /** It comes back after a random delay below `limitMs`, with a new token where the old one has run out. */
  | { readonly do: 'return'; readonly limitMs: number; readonly refresh: boolean };

/** In milliseconds. */
const firstLimit = 1_000;
const lastLimit = 30_000;
/** Who was over a limit waits for longer from the start. */
const overLimitMinimum = 10_000;

/**
 * Decides by the close code. The delay has full jitter (anything from 0 to a limit that doubles), the first one too,
 * so that thousands of clients that lose their server in one moment do not all come back in one.
 *
 * @param failures attempts since a connection has last proved itself, from 0
 */
export function react(code: number, failures: number): Reaction {
  if (code === closeCodes.authenticationFailed || code === closeCodes.invalidToken)
    return { do: 'stop', code };
  const limit = Math.min(lastLimit, firstLimit * 2 ** Math.min(failures, 10));
  const limitMs = code === closeCodes.overLimit ? Math.max(limit, overLimitMinimum) : limit;
  return { do: 'return', limitMs, refresh: code === closeCodes.tokenExpired };
}
