import type { Clock } from '../../../../platform/clock/index.ts';
import type { MailSender } from '../../../mail/dispatch/index.ts';
import { sampleOf, type Texts } from '../../texts/index.ts';
import { createMarkTokens } from './mark-links.ts';
import { combinationsOf, type SampleRequest, sampleRecipient } from './samples.ts';
import { createTrialMailSender } from './trial-mails.ts';
import { createUnsubscribeTokens } from './unsubscribe.ts';

export interface TestMailRequest extends SampleRequest {
  readonly to: string;
}

/** What came of one sample. */
export interface TestedMail {
  readonly provider: string;
  readonly kind: SampleRequest['kinds'][number];
  readonly locale: SampleRequest['locales'][number];
  /** `not_tried`: the provider takes nothing, or the time was up. */
  readonly result: string;
  /** What the provider answered; null: nothing beside that it took the mail. */
  readonly detail: string | null;
}

/** Longest time for all mails, in milliseconds. */
const longestTestMs = 10 * 60_000;
/** Results after which the provider would take no other mail either. */
const hopeless: ReadonlySet<string> = new Set(['unavailable', 'sender_blocked']);

/**
 * Sends samples by one provider. A provider that cannot be reached or refuses us is not asked again.
 *
 * @param mailSender of this provider alone
 */
export async function sendTestMails(
  request: TestMailRequest,
  dependencies: {
    readonly provider: string;
    readonly mailSender: Pick<MailSender, 'send' | 'concurrency'>;
    readonly clock: Clock;
    readonly texts: Texts;
    readonly secret: string;
    readonly publicUrl: string;
    readonly from: string;
    readonly bounceDomain: string | undefined;
  },
): Promise<TestedMail[]> {
  const { provider, mailSender, clock, secret } = dependencies;
  const { concurrency } = mailSender;
  const endsAt = clock.now().getTime() + longestTestMs;
  const trials = createTrialMailSender({
    ...dependencies,
    mailSender: {
      concurrency,
      isThrottled: () => false,
      // No notification is behind it: what a provider reports of it later is dropped.
      send: (mail) => mailSender.send({ ...mail, subject: `[Test] ${mail.subject}`, reference: null }),
    },
    tokens: createUnsubscribeTokens(secret),
    markTokens: createMarkTokens(secret),
  });
  let reasonToStop: string | null = null;

  async function sendOne({ kind, locale }: Pick<TestedMail, 'kind' | 'locale'>): Promise<TestedMail> {
    const row = { provider, kind, locale };
    if (clock.now().getTime() > endsAt) reasonToStop ??= 'the time was up';
    if (reasonToStop !== null) return { ...row, result: 'not_tried', detail: reasonToStop };
    const recipient = { ...sampleRecipient, email: request.to, locale };
    const { result, detail } = await trials.send({
      kind,
      payload: sampleOf(dependencies.texts.shipped(kind)),
      recipient,
    });
    if (hopeless.has(result)) reasonToStop = `the provider has answered ${result} before`;
    return { ...row, result, detail };
  }

  const [first, ...rest] = combinationsOf(request);
  if (first === undefined) return [];
  // One alone first: where that is hopeless, the others are not tried.
  return [await sendOne(first), ...(await mapWithLimit(rest, concurrency, sendOne))];
}

/** Works on so many items at a time; answers in their order. */
async function mapWithLimit<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const remaining = items.entries();
  async function workOn(): Promise<void> {
    for (const [place, item] of remaining) results[place] = await work(item);
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, workOn));
  return results;
}
