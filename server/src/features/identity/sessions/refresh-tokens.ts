import type { DerivedSecrets } from './secrets.ts';

/**
 * A refresh token names its session and its place in the row of tokens that the session has had, and proves both by a
 * code over them and the seed of the session. So each is known again, however old, and nothing of it has to be stored: a copy
 * of the database makes none without the secret of the instance, and the secret makes none without the seed.
 */
export interface RefreshTokenParts {
  readonly sessionId: string;
  readonly generation: number;
  readonly code: Uint8Array;
}

const lengths = { id: 16, generation: 4, code: 32 } as const;
const totalLength = lengths.id + lengths.generation + lengths.code;
/** Of so many bytes in base64url, without padding. */
const textLength = Math.ceil((totalLength * 4) / 3);

export function writeRefreshToken(
  secrets: Pick<DerivedSecrets, 'refreshCode'>,
  sessionId: string,
  generation: number,
  seed: Uint8Array,
): string {
  const content = contentOf(sessionId, generation);
  const code = secrets.refreshCode.of(Buffer.concat([content, seed]));
  return Buffer.concat([content, code]).toString('base64url');
}

/** Undefined: it has another shape, like the tokens of earlier versions. Whether it is genuine is still to be checked. */
export function readRefreshToken(token: string): RefreshTokenParts | undefined {
  if (token.length !== textLength || !/^[\w-]+$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.toString('hex', 0, lengths.id);
  return {
    sessionId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    generation: bytes.readUInt32BE(lengths.id),
    code: bytes.subarray(lengths.id + lengths.generation),
  };
}

export function isGenuine(
  secrets: Pick<DerivedSecrets, 'refreshCode'>,
  { sessionId, generation, code }: RefreshTokenParts,
  seed: Uint8Array,
): boolean {
  return secrets.refreshCode.isOf(code, Buffer.concat([contentOf(sessionId, generation), seed]));
}

function contentOf(sessionId: string, generation: number): Buffer {
  const content = Buffer.alloc(lengths.id + lengths.generation);
  content.write(sessionId.replaceAll('-', ''), 'hex');
  content.writeUInt32BE(generation, lengths.id);
  return content;
}

/** For how long the token before the current one still works, in milliseconds: for tabs that refresh at once. */
const refreshGrace = 30_000;

/**
 * What follows from a genuine token: the next one is given; the same next one once more; or it was used before, by somebody
 * who has a copy.
 */
export function judgeRefresh(
  generation: number,
  session: { readonly generation: number; readonly rotated_at: Date },
  now: Date,
): 'rotate' | 'repeat' | 'reused' {
  // A later one than the database knows comes from before a backup was restored.
  if (generation >= session.generation) return 'rotate';
  const isInGrace = now.getTime() - session.rotated_at.getTime() <= refreshGrace;
  return generation === session.generation - 1 && isInGrace ? 'repeat' : 'reused';
}
