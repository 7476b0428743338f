import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/index.ts';

/**
 * The secret of the instance: the configured one, or outside of production one that is made at the first start and
 * kept in the data folder, readable by its owner only. Processes that start at once get the same one.
 */
export function instanceSecret(config: Pick<Config, 'secret' | 'dataDirectory'>): string {
  if (config.secret !== undefined) return config.secret;
  const file = path.join(config.dataDirectory, 'secret');
  return readSecret(file) ?? createSecret(file);
}

/**
 * A key of 256 bits (HKDF, RFC 5869) that is derived from the secret of the instance and good for one purpose only.
 * @param purpose never changes, since what it has signed would hold no more
 */
export function deriveKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `rolecall/${purpose}`, 32));
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
