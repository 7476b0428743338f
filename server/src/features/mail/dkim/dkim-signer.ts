import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { HeaderField } from '../message/index.ts';
import { relaxBody, relaxField } from './canonicalization.ts';

/** The domain that signs, and its key. The public key is in the DNS at `<selector>._domainkey.<domain>`. */
export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  /** PEM of an RSA key of at least 2,048 bits, or of an Ed25519 key. */
  readonly privateKey: string;
}

export interface DkimSigner {
  /** @returns the field that goes before the others */
  sign(
    message: { readonly fields: readonly HeaderField[]; readonly body: Uint8Array },
    at: Date,
  ): Promise<HeaderField>;
}

/** Headers that are signed where a mail has them: those about the sender, the content and how to unsubscribe. */
const signed = [
  'From',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'Reply-To',
  'MIME-Version',
  'Content-Type',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Feedback-ID',
  'Auto-Submitted',
] as const;

/** Named once more than there are, so that a second one breaks the signature (RFC 6376, 8.15). */
const oversigned = ['From', 'To', 'Subject', 'Date'] as const;

const signInPool = promisify(sign);
const fold = '\r\n ';

/**
 * Signs by RFC 6376 with relaxed canonicalization of headers and body: rsa-sha256, or ed25519-sha256 (RFC 8463) where
 * the key is one. The thread pool makes the signature, since RSA takes longer than all other work on a mail.
 *
 * @throws when the key cannot be used
 */
export function createDkimSigner({ domain, selector, privateKey }: DkimKey): DkimSigner {
  const key = createPrivateKey(privateKey);
  const algorithm = algorithmOf(key);

  return {
    async sign({ fields, body }, at) {
      const byName = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
      const present = signed.filter((name) => byName.has(name.toLowerCase()));
      const bodyHash = createHash('sha256').update(relaxBody(body)).digest('base64');
      const names = [...present, ...oversigned];
      const unsigned = [
        `v=1; a=${algorithm}; c=relaxed/relaxed; d=${domain};`,
        `s=${selector}; t=${Math.floor(at.getTime() / 1_000)};`,
        ...foldList('h=', names),
        `bh=${bodyHash};`,
        'b=',
      ].join(fold);
      const covered = present
        .map((name) => byName.get(name.toLowerCase()))
        .filter((field) => field !== undefined);
      const content = Buffer.from(
        `${covered.map((field) => `${relaxField(field)}\r\n`).join('')}${relaxField({ name: 'DKIM-Signature', value: unsigned })}`,
      );
      const signature =
        algorithm === 'rsa-sha256'
          ? await signInPool('sha256', content, key)
          : await signInPool(null, createHash('sha256').update(content).digest(), key);
      const lines = signature.toString('base64').match(/.{1,72}/g) ?? [];
      return { name: 'DKIM-Signature', value: `${unsigned}${lines.join(fold)}` };
    },
  };
}

function algorithmOf(key: KeyObject): 'rsa-sha256' | 'ed25519-sha256' {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519-sha256';
  if (key.asymmetricKeyType === 'rsa') return 'rsa-sha256';
  throw new Error('The key for DKIM must be of RSA or Ed25519');
}

/** A list with colons between its items, on several lines. */
function foldList(tag: string, names: readonly string[]): string[] {
  const lines: string[] = [];
  let line = tag;
  for (const [index, name] of names.entries()) {
    const item = index === names.length - 1 ? `${name};` : `${name}:`;
    if (line.length + item.length > 74) {
      lines.push(line);
      line = '';
    }
    line += item;
  }
  return [...lines, line];
}
