import type { MailProvider, OutgoingMail } from '../message/index.ts';
import type { SmtpService } from '../settings/index.ts';

/** Message streams of Postmark. */
export interface PostmarkStreams {
  readonly transactional: string;
  readonly broadcast: string;
}

export function postmarkStream({ stream }: OutgoingMail, streams: PostmarkStreams): string {
  return stream === 'bulk' ? streams.broadcast : streams.transactional;
}

/**
 * Headers that make the mail server of a service name our delivery in its webhooks, and leave links and pictures as they are.
 *
 * @param configurationSet of SES; undefined: the default one
 */
export function relayHeaders(
  mail: OutgoingMail,
  service: SmtpService,
  configurationSet: string | undefined,
): Readonly<Record<string, string>> {
  const deliveryId = mail.reference?.deliveryId;
  switch (service) {
    case 'gmail':
      return {};
    case 'sendgrid': {
      const off = { settings: { enable: 0 } };
      return {
        'X-SMTPAPI': JSON.stringify({
          ...(deliveryId === undefined ? {} : { unique_args: { delivery_id: deliveryId } }),
          filters: { clicktrack: off, opentrack: off, subscriptiontrack: off },
        }),
      };
    }
    case 'mailgun':
      return {
        'X-Mailgun-Track': 'no',
        ...(deliveryId === undefined
          ? {}
          : { 'X-Mailgun-Variables': JSON.stringify({ delivery_id: deliveryId }) }),
      };
    case 'ses':
      return {
        ...(deliveryId === undefined ? {} : { 'X-SES-MESSAGE-TAGS': `delivery_id=${deliveryId}` }),
        ...(configurationSet === undefined ? {} : { 'X-SES-CONFIGURATION-SET': configurationSet }),
      };
    case 'postmark':
      return {
        'X-PM-KeepID': 'true',
        'X-PM-TrackOpens': 'false',
        'X-PM-TrackLinks': 'None',
        'X-PM-Message-Stream': postmarkStream(mail, { transactional: 'outbound', broadcast: 'broadcast' }),
        ...(deliveryId === undefined ? {} : { 'X-PM-Metadata-delivery_id': deliveryId }),
      };
  }
}

/** A mail server of a service, which gets its headers. */
export function throughRelay(
  provider: MailProvider,
  service: SmtpService,
  configurationSet: string | undefined,
): MailProvider {
  return {
    ...provider,
    send: (mail, returnPath) => {
      const headers = { ...mail.headers, ...relayHeaders(mail, service, configurationSet) };
      return provider.send({ ...mail, headers }, returnPath);
    },
  };
}
