import type { MailOutcome } from '../message/index.ts';
import {
  type HttpApi,
  type HttpApiAnswer,
  type HttpApiRequest,
  NoAnswerError,
  NotReachedError,
} from './http-api.ts';

/** The outcome of a request, without the name of the provider. */
export type ApiOutcome = MailOutcome extends infer Outcome
  ? Outcome extends unknown
    ? Omit<Outcome, 'provider'>
    : never
  : never;

const longestRetryAfterMs = 24 * 3_600_000;
const longestDetail = 300;

/**
 * Asks an API to take a mail, and interprets the statuses that mean the same for all of them. A status from 500 on blames
 * the provider, and after any but 503 it may have taken the mail all the same.
 *
 * @param read interprets any other answer of this API
 */
export async function askToSend(
  api: HttpApi,
  request: HttpApiRequest,
  now: () => Date,
  read: (answer: HttpApiAnswer, detail: string) => ApiOutcome,
): Promise<ApiOutcome> {
  let answer: HttpApiAnswer;
  try {
    answer = await api.request(request);
  } catch (error) {
    if (error instanceof NotReachedError) return { result: 'unavailable', detail: error.message };
    if (error instanceof NoAnswerError) return { result: 'retry', detail: error.message, isUnclear: true };
    throw error;
  }
  const { status } = answer;
  const detail = detailOf(answer);
  if (status === 429) return throttled(answer, detail, now());
  if (status === 503) return { result: 'unavailable', detail, ...retryAfter(answer, now()) };
  if (status >= 500) return { result: 'unavailable', detail, isUnclear: true };
  if (status === 401 || status === 403) return { result: 'sender_blocked', detail };
  if (status === 413) return { result: 'message_rejected', detail };
  if (status >= 300 && status < 400) return { result: 'unavailable', detail };
  return read(answer, detail);
}

/** The provider takes no mails from us for now. */
export function throttled(answer: HttpApiAnswer, detail: string, now: Date): ApiOutcome {
  return { result: 'throttled', detail, ...retryAfter(answer, now) };
}

/** The outcome of an answer that does not tell whether the mail was taken. */
export function unreadable(detail: string): ApiOutcome {
  return { result: 'retry', detail: `An answer that nobody understands: ${detail}`, isUnclear: true };
}

/** The body as JSON; undefined: it is not valid JSON. */
export function jsonOf({ text }: HttpApiAnswer): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function detailOf({ status, text }: HttpApiAnswer): string {
  return `${status} ${(text ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()}`.trim().slice(0, longestDetail);
}

/**
 * `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or else the end of the provider's rate window: in seconds, or as
 * seconds since 1970.
 */
function retryAfter({ headers }: HttpApiAnswer, now: Date): { retryAfterMs?: number } {
  const asked = headers.get('retry-after');
  const ends = headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset');
  const milliseconds = asked === undefined ? durationOf(ends, now) : durationOf(asked, now);
  if (milliseconds === null) return {};
  return { retryAfterMs: Math.min(Math.max(milliseconds, 0), longestRetryAfterMs) };
}

/** Larger numbers are seconds since 1970, not a duration. */
const firstTimestamp = 1_000_000_000;

function durationOf(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  if (/^\d{1,12}(?:\.\d+)?$/.test(value)) {
    const seconds = Number(value);
    return seconds < firstTimestamp ? seconds * 1_000 : seconds * 1_000 - now.getTime();
  }
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? null : moment - now.getTime();
}
