import { AwsV4Signer } from 'aws4fetch';
import { z } from 'zod';
import { type ApiRequest, common, key, startService, text, wrongKey } from './api-service.ts';
import { parseMime } from './parse-mime.ts';
import type { StandIn } from './stand-in.ts';

const sesMail = z.object({
  Destination: z.object({ ToAddresses: z.tuple([text]) }),
  Content: z.object({ Raw: z.object({ Data: text }) }),
  EmailTags: z
    .tuple([z.object({ Name: z.literal('delivery_id'), Value: text.regex(/^[\w.@-]{1,256}$/) })])
    .optional(),
  ConfigurationSetName: text.optional(),
});

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
export async function startSes(): Promise<StandIn> {
  const accessKeyId = 'AKIDEXAMPLE';
  const failure = (status: number, type: string, message: string) => ({
    status,
    headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/coral/` },
    body: { message },
  });

  async function isSignedIn({ method, path, headers, body }: ApiRequest): Promise<boolean> {
    const signer = new AwsV4Signer({
      method,
      url: `http://${headers.host}${path}`,
      accessKeyId,
      secretAccessKey: key,
      region: 'eu-west-1',
      service: 'ses',
      datetime: String(headers['x-amz-date']),
      headers: headers['content-type'] === undefined ? {} : { 'content-type': headers['content-type'] },
      ...(body === '' ? {} : { body }),
    });
    const { headers: expected } = await signer.sign();
    return headers.authorization === expected.get('authorization');
  }

  const { endpoint, ...service } = await startService({
    secret: key,
    isSignedIn,
    async read({ method, path, body }) {
      if (method !== 'POST' || path !== '/v2/email/outbound-emails') return null;
      const { Content, EmailTags } = sesMail.parse(JSON.parse(body));
      const mail = await parseMime(Buffer.from(Content.Raw.Data, 'base64'));
      return { ...mail, deliveryId: EmailTags?.[0].Value ?? null, returnPath: null };
    },
    verified: { status: 200, body: { SendingEnabled: true } },
    answers: {
      friendly: { status: 200, body: { MessageId: 'taken-1' } },
      'unknown recipient': failure(400, 'BadRequestException', 'Illegal address'),
      'unverified sender': failure(
        400,
        'MessageRejected',
        'Email address is not verified. The following identities failed the check in region EU-WEST-1: jobs@rolecall.example',
      ),
      'dislikes the content': failure(400, 'MessageRejected', 'Message contains a virus.'),
      'rate limited': {
        ...failure(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
        headers: { 'x-amzn-errortype': 'TooManyRequestsException', 'retry-after': '7' },
      },
      broken: failure(503, 'ServiceUnavailable', 'The service is unavailable.'),
      'wrong key': failure(
        403,
        'InvalidSignatureException',
        `The request signature we calculated with ${wrongKey} does not match the signature you provided.`,
      ),
    },
  });
  const config = {
    ...common,
    kind: 'ses',
    accessKeyId,
    secretAccessKey: key,
    region: 'eu-west-1',
    endpoint,
    configurationSet: undefined,
  } as const;
  return { ...service, config, wrongKey: { ...config, secretAccessKey: wrongKey } };
}
