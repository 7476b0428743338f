import type { Hit, HitRecorder } from './hits.ts';
import type { TrackingTokens } from './tokens.ts';

/** How a tracked link or pixel was asked for. */
export type Request = Pick<Hit, 'method' | 'userAgent' | 'address'>;

/** Answers the links and pixels of mails. */
export interface MailTracking {
  /** @returns where the link leads; null: it is none of ours */
  follow(token: string, request: Request): string | null;
  /** @returns whether the pixel is one of ours */
  open(token: string, request: Request): boolean;
}

/** @param recorder null: this instance does not track; links in mails that are out still lead where they did */
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
