import { AwsV4Signer } from 'aws4fetch';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** Name of the service in its signatures, such as `ses`. */
  readonly service: string;
}

/**
 * Signature Version 4 of AWS.
 * @returns the headers that the request needs
 */
export async function signForAws(
  credentials: AwsCredentials,
  request: { readonly method: string; readonly url: string; readonly body?: string },
  at: Date,
): Promise<Readonly<Record<string, string>>> {
  const { method, url, body } = request;
  const signer = new AwsV4Signer({
    ...credentials,
    method,
    url,
    datetime: at.toISOString().replaceAll(/[:-]|\.\d{3}/g, ''),
    ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
  });
  const { headers } = await signer.sign();
  return Object.fromEntries(headers);
}
