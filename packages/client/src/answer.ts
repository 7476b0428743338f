import {
  type AnySchema,
  type Binary,
  binarySchema,
  type Endpoint,
  type OutputOf,
  streamedFileSchema,
} from '@rolecall/contract';
import { RolecallError } from './errors.ts';

/** Reads a successful answer as the endpoint's schema says. */
export async function readAnswer<Answer extends AnySchema>(
  endpoint: Endpoint<AnySchema, AnySchema, AnySchema, Answer>,
  response: Response,
): Promise<OutputOf<Answer>> {
  const schema: AnySchema = endpoint.response;
  const isFile = schema === binarySchema || schema === streamedFileSchema;
  const content = isFile ? await readBinary(response) : await readJson(response);
  const answer = endpoint.response.safeParse(content);
  if (answer.success) return answer.data;
  throw new RolecallError('invalid_response', `${endpoint.id} was answered with something unexpected.`, {
    status: response.status,
    cause: answer.error,
  });
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
