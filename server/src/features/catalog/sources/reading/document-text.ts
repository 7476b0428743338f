// Its index brings the whole client, which a thread has no use for.
import { decodeText } from '../../../../platform/http-client/body.ts';

/** A document as it came. */
export interface FeedDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What its server says of it, with the character set. */
  readonly contentType: string | undefined;
}

/** How much of a document is looked at for the character set that it says of itself. */
const declarationBytes = 1_024;

/** The text of a document: by the character set that its server tells, or else by the one that it tells itself. */
export function documentText({ bytes, contentType }: FeedDocument): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (/charset\s*=/i.test(contentType ?? '')) return decodeText(buffer, contentType);
  const start = buffer.toString('latin1', 0, declarationBytes).trimStart();
  const told = start.startsWith('<?xml')
    ? /encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i.exec(start)
    : start.startsWith('<') && /charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i.exec(start);
  const charset = told ? told[1] : undefined;
  return decodeText(buffer, charset === undefined ? contentType : `text/plain; charset=${charset}`);
}
