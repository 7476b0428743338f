import { createHash } from 'node:crypto';
import { type EventResult, eventBatchResultSchema } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { claimKeys, findAnswers, saveAnswers } from './events.store.ts';

/** How long a key stands for its request, in milliseconds. */
export const keyLifetimeMs = 24 * 3_600_000;

/** The name that an account has given to a request. */
export interface RequestKey {
  readonly userId: string;
  readonly key: string;
  /** Tells whether two requests are the same. */
  readonly hash: Buffer;
}

/** Names a request by its account, its key and its validated content. */
export function requestKey(userId: string, key: string, request: unknown): RequestKey {
  return { userId, key, hash: createHash('sha256').update(JSON.stringify(request)).digest() };
}

export interface NamedCall {
  readonly requestKey: RequestKey | null;
}

/** What a key stands for: a call of this batch that is done for the first time, or what was answered before. */
interface Meaning<Call> {
  readonly hash: Uint8Array;
  /** Null when it was answered before. */
  readonly first: Call | null;
  readonly answered: readonly EventResult[];
}

/**
 * Does each call of a batch once: those without a key, and of those with the same key one, if it was not done before.
 * Keys, work and answers are of one transaction, so that a crash leaves all of it or nothing.
 *
 * @param perform does the calls that are left, and returns the results of each
 * @returns for each call its results, or the error that it is refused with
 */
export async function performOnce<Call extends NamedCall>(
  tx: Tx,
  calls: readonly Call[],
  now: Date,
  perform: (calls: readonly Call[]) => Promise<ReadonlyMap<Call, readonly EventResult[]>>,
): Promise<(readonly EventResult[] | ApplicationError)[]> {
  const meanings = await claim(tx, calls, now);
  const meaningOf = ({ requestKey: key }: Call) => (key === null ? undefined : meanings.get(nameOf(key)));
  const done = await perform(
    calls.filter((call) => call.requestKey === null || meaningOf(call)?.first === call),
  );

  const answers = calls.flatMap((call) =>
    call.requestKey !== null && meaningOf(call)?.first === call
      ? {
          user_id: call.requestKey.userId,
          key: call.requestKey.key,
          answer: { items: done.get(call) ?? [] },
        }
      : [],
  );
  if (answers.length > 0) await saveAnswers(tx, answers);

  return calls.map((call) => {
    const meaning = meaningOf(call);
    if (call.requestKey === null || meaning === undefined) return done.get(call) ?? [];
    if (!call.requestKey.hash.equals(meaning.hash)) return new ApplicationError('idempotency_key_reused');
    return meaning.first === null ? meaning.answered : (done.get(meaning.first) ?? []);
  });
}

async function claim<Call extends NamedCall>(
  tx: Tx,
  calls: readonly Call[],
  now: Date,
): Promise<ReadonlyMap<string, Meaning<Call>>> {
  const meanings = new Map<string, Meaning<Call>>();
  const claims = calls.flatMap((call) => {
    const { requestKey: key } = call;
    if (key === null || meanings.has(nameOf(key))) return [];
    meanings.set(nameOf(key), { hash: key.hash, first: call, answered: [] });
    return { user_id: key.userId, key: key.key, request_hash: key.hash };
  });
  if (claims.length === 0) return meanings;

  const claimed = await claimKeys(tx, claims, now, new Date(now.getTime() - keyLifetimeMs));
  const free = new Set(claimed.map(rowName));
  const inUse = claims.filter((row) => !free.has(rowName(row)));
  if (inUse.length === 0) return meanings;
  const stored = await findAnswers(tx, inUse);
  // A key was forgotten between the two statements, which happens when its time is over; now it is free.
  if (stored.length < inUse.length)
    throw new ApplicationError('unavailable', { extensions: { retry_after: 1 } });
  for (const row of stored) {
    const answered = eventBatchResultSchema.parse(row.answer).items;
    meanings.set(rowName(row), { hash: row.request_hash, first: null, answered });
  }
  return meanings;
}

const nameOf = ({ userId, key }: RequestKey): string => `${userId} ${key}`;
const rowName = ({ user_id, key }: { readonly user_id: string; readonly key: string }): string =>
  `${user_id} ${key}`;
