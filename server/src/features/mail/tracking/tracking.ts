import type { Hit, HitRecorder } from './hits.ts';
import type { TrackingTokens } from './tokens.ts';

/** The request for a tracked link or pixel. */
export type HitRequest = Pick<Hit, 'method' | 'userAgent' | 'address'>;

/** Answers the links and pixels of mails. */
export interface MailTracking {
  /** @returns the target of the link; null: this instance has not signed it */
  follow(token: string, request: HitRequest): string | null;
  /** @returns whether this instance has signed the pixel */
  open(token: string, request: HitRequest): boolean;
}

/** @param recorder null: this instance does not track; links in mails that were sent before still work */
export function createMailTracking(
  tokens: Pick<TrackingTokens, 'verifyLink' | 'verifyOpen'>,
  recorder: Pick<HitRecorder, 'add'> | null,
): MailTracking {
  return {
    follow(token, request) {
      const link = tokens.verifyLink(token);
      if (link === null) return null;
      const { target, ...mail } = link;
      recorder?.add({ ...request, mail, target });
      return target;
    },

    open(token, request) {
      const mail = tokens.verifyOpen(token);
      if (mail === null) return false;
      recorder?.add({ ...request, mail, target: null });
      return true;
    },
  };
}
