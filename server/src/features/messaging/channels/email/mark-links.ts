import { type JobMark, jobMarkSchema, type Kind } from '@rolecall/contract';
import { parse as parseUuid, stringify as stringifyUuid, validate } from 'uuid';
import { type InstanceSecret, keysFor } from '../../../../platform/secret/index.ts';
import { createTokenSigner } from '../../../../platform/tokens/index.ts';

/** Who marks which job how by the link of a mail. */
export interface MarkTarget {
  readonly userId: string;
  readonly jobId: string;
  readonly mark: JobMark;
}

/** Makes and reads the tokens of links that save a job or put it away. */
export interface MarkTokens {
  sign(target: MarkTarget): string;
  /** Null: not signed by this instance. */
  verify(token: string): MarkTarget | null;
}

const idBytes = 16;
const longestToken = 200;

/** @param secret of the instance; the key of the tokens is derived from it and good for nothing else */
export function createMarkTokens(secret: InstanceSecret): MarkTokens {
  const signer = createTokenSigner(keysFor(secret, 'rolecall mark link'), longestToken);
  return {
    sign: ({ userId, jobId, mark }) =>
      signer.sign(Buffer.concat([parseUuid(userId), parseUuid(jobId), Buffer.from(mark)])),

    verify(token) {
      const content = signer.verify(token);
      if (content === null || content.length <= 2 * idBytes) return null;
      const mark = jobMarkSchema.safeParse(content.subarray(2 * idBytes).toString());
      if (!mark.success) return null;
      return {
        userId: stringifyUuid(content.subarray(0, idBytes)),
        jobId: stringifyUuid(content.subarray(idBytes, 2 * idBytes)),
        mark: mark.data,
      };
    },
  };
}

/** Where the links of a mail lead that mark its job; null: it has none. */
export type MarkLink = (target: MarkTarget) => string;

/** Kinds that tell of one new job, which their reader decides about. */
const decidedFromMail: ReadonlySet<Kind> = new Set(['job_alert', 'skill_match', 'salary_alert']);

/** What a mail about one new job can name beside its payload. */
export function markView(
  kind: Kind,
  payload: Readonly<Record<string, unknown>>,
  userId: string,
  link: MarkLink,
): Readonly<Record<string, string>> {
  const { job_id: jobId } = payload;
  if (!decidedFromMail.has(kind) || typeof jobId !== 'string' || !validate(jobId) || !validate(userId)) {
    return {};
  }
  return {
    save_url: link({ userId, jobId, mark: 'saved' }),
    hide_url: link({ userId, jobId, mark: 'hidden' }),
  };
}
