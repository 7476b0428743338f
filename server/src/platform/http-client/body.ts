import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ApplicationError } from '../errors/index.ts';

/** What `readBody` can decode, as the value of `Accept-Encoding`. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * Reads and decompresses a body. The bound holds for what comes out of the decompression, which proceeds
 * in small pieces, so that a few bytes that would unfold into gigabytes cost no more than the bound.
 *
 * @throws {ApplicationError} `outgoing_too_large` past `maxBytes`, `outgoing_failed` for an unknown encoding
 */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  };
  const decoder = createDecoder(contentEncoding);
  if (decoder === undefined) await pipeline(body, collect);
  else await pipeline(body, decoder, collect);
  return Buffer.concat(chunks, size);
}

export function tooLarge(maxBytes: number, cause?: unknown): ApplicationError {
  return new ApplicationError('outgoing_too_large', {
    detail: `The answer is larger than ${maxBytes} bytes.`,
    cause,
  });
}

function createDecoder(contentEncoding: string | undefined) {
  switch (contentEncoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new ApplicationError('outgoing_failed', { detail: 'The answer has an unknown encoding.' });
  }
}

/** The body as text in the character set that it declares, or else in UTF-8. */
export function decodeText(body: Buffer, contentType: string | undefined): string {
  const declared = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(declared).decode(body);
  } catch {
    // An unknown name; the decoder itself replaces what it cannot decode.
    return new TextDecoder().decode(body);
  }
}
