import type { HttpResponse } from '../../../../platform/http-client/index.ts';

/** What became of a push, as its service or the way there tells. */
export type PushAnswer =
  | {
      readonly result: 'taken';
      /** Address by which the service knows it; null: it gave none. */
      readonly message: string | null;
    }
  /** The browser has subscribed no longer. */
  | { readonly result: 'gone'; readonly detail: string }
  | { readonly result: 'too_large'; readonly detail: string }
  /** The service does not want it, and will not want it later. */
  | { readonly result: 'rejected'; readonly detail: string }
  /** The service takes nothing from us: the key or its signature is not what it expects. */
  | { readonly result: 'sender_refused'; readonly detail: string }
  /** It could not be taken now. */
  | { readonly result: 'later'; readonly detail: string; readonly retryAfterMs?: number }
  /** It was not asked: it is left alone for a while, after others have failed. */
  | { readonly result: 'waits'; readonly detail: string; readonly retryAfterMs: number }
  /** There was no answer. */
  | { readonly result: 'unreachable'; readonly detail: string };

/** Statuses beside those of 500 and more that pass by themselves; 406 is how Windows says that it is too much. */
const passing = new Set([406, 408, 425, 429]);
const longestDetail = 300;

/** What an answer of a push service means (RFC 8030 and what the services document). */
export function readAnswer(
  { status, headers, text }: Pick<HttpResponse, 'status' | 'headers' | 'text'>,
  now: Date,
): PushAnswer {
  if (status >= 200 && status < 300) return { result: 'taken', message: headers['location'] ?? null };
  const said = text().replaceAll(/\s+/g, ' ').trim().slice(0, longestDetail);
  const detail = said === '' ? `${status}` : `${status} ${said}`;
  if (status === 404 || status === 410) return { result: 'gone', detail };
  if (status === 413) return { result: 'too_large', detail };
  if (status === 401 || status === 403) return { result: 'sender_refused', detail };
  if (!passing.has(status) && status < 500) return { result: 'rejected', detail };
  const retryAfterMs = readRetryAfter(headers['retry-after'], now);
  return { result: 'later', detail, ...(retryAfterMs === null ? {} : { retryAfterMs }) };
}

/** Seconds, or a moment (RFC 9110, 10.2.3). */
function readRetryAfter(value: string | undefined, now: Date): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1_000;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now.getTime());
}
