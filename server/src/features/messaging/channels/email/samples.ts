import { type Kind, kinds, type Locale } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import { samplesOf, type Texts } from '../../texts/index.ts';
import { createComposer } from './compose.ts';

export interface SampleRequest {
  readonly kinds: readonly Kind[];
  readonly locales: readonly Locale[];
}

/** A mail with sample data, as it would go out now. */
export interface SampleMail {
  readonly kind: Kind;
  /** Which side of the kind it shows, such as `interview` or `long`; `typical` is the usual one. */
  readonly sample: string;
  readonly locale: Locale;
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

/** No account has this id, so the links of a sample change nothing. */
const sampleUserId = '00000000-0000-7000-8000-000000000000';

export const sampleRecipient = {
  user_id: sampleUserId,
  email: 'ada@example.org',
  email_verified: true,
  name: 'Ada Lovelace',
  role: 'job_seeker',
  time_zone: 'Europe/Berlin',
  minimum_match_score: 50,
  is_disabled: false,
} as const;

/** Mails of the given kinds and languages, in the words of `texts`. */
export function composeSamples(
  request: SampleRequest,
  dependencies: {
    readonly clock: Clock;
    readonly texts: Texts;
    readonly publicUrl: string;
    readonly from: string;
  },
): SampleMail[] {
  const { clock, texts, publicUrl, from } = dependencies;
  const composer = createComposer(publicUrl, texts, from);
  return combinationsOf(request).flatMap(({ kind, locale }) =>
    samplesOf(texts.shipped(kind)).map(({ name, reader, payload }): SampleMail => {
      const recipient = { ...sampleRecipient, name: reader, locale };
      const unsubscribeUrl = kinds[kind].mandatory ? null : `${publicUrl}/settings/notifications`;
      const delivery = { kind, payload, recipient, createdAt: clock.now() };
      return { kind, sample: name, locale, ...composer.compose(delivery, unsubscribeUrl) };
    }),
  );
}

/** Each kind in each language. */
export function combinationsOf({ kinds: wanted, locales }: SampleRequest) {
  return wanted.flatMap((kind) => locales.map((locale) => ({ kind, locale })));
}
