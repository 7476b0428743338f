import type { Binary } from '@rolecall/contract';
import type { Route } from '@rolecall/contract/routes';
import { RolecallError } from './errors.ts';

/** What stands in a successful answer. */
export async function readContent({ answer }: Route, response: Response): Promise<unknown> {
  return answer === 'file' ? readBinary(response) : readJson(response);
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RolecallError('invalid_response', 'The answer is not JSON.', {
      status: response.status,
      cause,
    });
  }
}

async function readBinary(response: Response): Promise<Binary> {
  const disposition = response.headers.get('content-disposition') ?? '';
  return {
    content: new Uint8Array(await response.arrayBuffer()),
    mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
    fileName: readFileName(disposition) ?? 'download',
  };
}

function readFileName(disposition: string): string | undefined {
  const encoded = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      // A broken encoding leaves the plain name.
    }
  }
  return /filename="([^"]+)"/i.exec(disposition)?.[1];
}
