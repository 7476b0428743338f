import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/index.ts';
import type { SecretTexts } from './keys.ts';

export { openSecret, readSecretUse, type SecretUse } from './kept-keys.ts';
export { type InstanceSecret, type KeptPurpose, keptKey, keysFor, type SecretTexts } from './keys.ts';
export {
  defineSealedRows,
  type ResealedPage,
  type SealedRows,
} from './resealing.ts';
export { createJwkSealing, createSealing, type JwkSealing, type Sealing } from './sealing.ts';

/**
 * The secret of the instance: the configured one, or outside of production one that is made at the first start and
 * kept in the data folder, readable by its owner only. Processes that start at once get the same one. With it are those of
 * before that still count.
 */
export function instanceSecret(
  config: Pick<Config, 'secret' | 'previousSecrets' | 'dataDirectory'>,
): SecretTexts {
  const file = path.join(config.dataDirectory, 'secret');
  const current = config.secret ?? readSecret(file) ?? createSecret(file);
  return { current, previous: config.previousSecrets.filter((other) => other !== current) };
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Writes the whole file under another name first: a link to it is there at once or, if somebody was quicker, not. */
function createSecret(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  const secret = randomBytes(48).toString('base64url');
  writeFileSync(draft, `${secret}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return secret;
  } catch (error) {
    const other = isSystemError(error, 'EEXIST') ? readSecret(file) : undefined;
    if (other === undefined) throw error;
    return other;
  } finally {
    rmSync(draft);
  }
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
