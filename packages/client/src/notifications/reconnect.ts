import { closeCodes } from '@rolecall/contract/constants';

/** What a client does after its socket has closed. */
export type Reaction =
  /** Its credentials are refused; it does not come back by itself. */
  | { readonly do: 'stop'; readonly code: number }
  /** It comes back after `minimumMs` and a random delay below `limitMs`, with a new token where the old one is over. */
  | {
      readonly do: 'return';
      readonly minimumMs: number;
      readonly limitMs: number;
      readonly refresh: boolean;
    };

/** In milliseconds. */
const firstLimit = 1_000;
const lastLimit = 30_000;
/** Who was over a limit waits for longer from the start. */
const overLimitMinimum = 10_000;
/** So long the answer that brings the next session may take after the end of the one before. */
const nextSessionMs = 500;

/**
 * Decides by the close code. The delay has full jitter (anything from 0 to a limit that doubles), the first one too,
 * so that thousands of clients that lose their server in one moment do not all come back in one.
 *
 * A session that has ended may have a successor: a changed password and the first proof of an address begin another one
 * in the same browser. So a new token is asked for once.
 *
 * @param failures attempts since a connection has last proved itself, from 0
 * @param tokenIsNew whether a new token has been asked for since the server has last taken one
 */
export function react(code: number, failures: number, tokenIsNew: boolean): Reaction {
  const hasEnded = code === closeCodes.authenticationFailed;
  if (code === closeCodes.invalidToken || (hasEnded && tokenIsNew)) return { do: 'stop', code };
  const limit = Math.min(lastLimit, firstLimit * 2 ** Math.min(failures, 10));
  const limitMs = code === closeCodes.overLimit ? Math.max(limit, overLimitMinimum) : limit;
  const minimumMs = hasEnded ? nextSessionMs : 0;
  return { do: 'return', minimumMs, limitMs, refresh: hasEnded || code === closeCodes.tokenExpired };
}
