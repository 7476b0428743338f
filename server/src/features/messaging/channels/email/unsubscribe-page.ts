import {
  type Category,
  type CategoryPreference,
  categorySchema,
  type Frequency,
  frequencySchema,
  type Locale,
  type PreferencesUpdate,
  type Preferences as PreferencesView,
  preferencesUpdateSchema,
} from '@rolecall/contract';
import { z } from 'zod';
import type { Clock } from '../../../../platform/clock/index.ts';
import { type Database, isForeignKeyViolation, type Tx } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import type { MailEvents } from '../../../mail/events/index.ts';
import type { Person, Preferences } from '../../preferences/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import { createEngine, defaultRecipient } from '../../texts/index.ts';
import {
  mailCategoryMessages,
  mailChangeMessages,
  mailChoiceMessages,
  mailContentMessages,
  preferenceCentreMessages,
} from './unsubscribe.messages.ts';
import type { UnsubscribeTarget, UnsubscribeTokens } from './unsubscribe.ts';
import { preferenceCentreTemplate } from './unsubscribe-template.ts';

/** What the edge answers at `/u/{token}`. */
export interface UnsubscribeAnswer {
  readonly status: 200 | 404;
  readonly contentType: 'text/html; charset=utf-8';
  readonly body: string;
}

/** A request of the edge. */
export type UnsubscribeRequest =
  | { readonly method: 'GET' }
  /** `fields` of a form; empty for a body of another type. */
  | { readonly method: 'POST'; readonly fields: URLSearchParams };

/** The preference centre for mails, for whoever has the link of one. */
export interface Unsubscription {
  /**
   * `GET` shows the page and changes nothing, because link scanners follow every link of a mail. `POST` without an
   * `action` stops the mails of the link's category, whatever its body (RFC 8058); the forms of the page have one. It
   * needs no sign-in and no cookie: the token in the address is all that gives the right, so a foreign site, which does
   * not know it, can do nothing. Doing anything twice is fine.
   */
  handle(token: string, request: UnsubscribeRequest): Promise<UnsubscribeAnswer>;
  /**
   * Stops the mails of a token's category, as a mail to the address of `List-Unsubscribe` asks for (RFC 2369).
   * @returns whether the token is one of ours
   */
  stop(tx: Tx, token: string): Promise<boolean>;
}

export interface UnsubscriptionDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly recipients: Recipients;
  readonly preferences: Pick<Preferences, 'read' | 'update' | 'switchOff'>;
  readonly mailEvents: Pick<MailEvents, 'record'>;
  readonly tokens: UnsubscribeTokens;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
}

const pauseMs = 7 * 24 * 3_600_000;

interface Reader extends Person {
  readonly address: string;
}

/** What a change says of itself, and how it is undone. */
interface Told {
  readonly title: string;
  readonly text: string;
  readonly undo: PreferencesUpdate | null;
}

const actionSchema = z.union([
  z.object({ action: z.literal('set'), category: categorySchema, choice: frequencySchema }),
  z.object({ action: z.enum(['stop_all', 'pause', 'resume']) }),
  z.object({
    action: z.literal('undo'),
    restore: z
      .string()
      .transform(parseJson)
      .pipe(preferencesUpdateSchema.pick({ categories: true, snoozed_until: true })),
  }),
]);
type Action = z.output<typeof actionSchema>;

export function createUnsubscription(dependencies: UnsubscriptionDependencies): Unsubscription {
  const { database, clock, logger, recipients, preferences, mailEvents, tokens, publicUrl } = dependencies;
  const template = createEngine('html').parse(preferenceCentreTemplate);

  const answer = (status: 200 | 404, view: Readonly<Record<string, unknown>>): UnsubscribeAnswer => ({
    status,
    contentType: 'text/html; charset=utf-8',
    body: template.render({ lang: 'en', ...view }, defaultRecipient),
  });

  /** @param told null: nothing was asked for */
  function page(view: PreferencesView, category: Category, told: Told | null): UnsubscribeAnswer {
    const names = mailCategoryMessages(view.locale);
    const rows = view.categories.filter(isOptional).map((one) => ({
      category: one.category,
      name: names[one.category](),
      summary: one.summary,
      choice: choiceOf(one),
      options: one.frequencies.map((value) => ({ value, label: labelOf(value, one, view.locale) })),
    }));
    const own = rows.find((row) => row.category === category);
    return answer(200, {
      lang: view.locale,
      state: 'page',
      t: pageWords(view.locale),
      told: told && { ...told, undo: told.undo && JSON.stringify(told.undo) },
      ask:
        own === undefined || own.choice === 'off'
          ? null
          : mailChangeMessages(view.locale).ask({ name: own.name }),
      ends: mailContentMessages(view.locale)[category](),
      rows: own === undefined ? rows : [own, ...rows.filter((row) => row !== own)],
      summary: view.summary,
      paused: view.snoozed_until !== null,
      settings_url: `${publicUrl}/settings/notifications`,
    });
  }

  const gone = (locale: Locale) => answer(200, { state: 'gone', t: pageWords(locale), lang: locale });

  async function findReader(tx: Tx, userId: string): Promise<Reader | null> {
    const [recipient] = await recipients.findRecipients(tx, [userId]);
    return recipient === undefined ? null : { userId, role: recipient.role, address: recipient.email };
  }

  /** Notes that a mail has cost us a reader, once for each mail. */
  async function noteLoss(
    tx: Tx,
    reader: Reader,
    { deliveryId, category }: UnsubscribeTarget,
  ): Promise<void> {
    await mailEvents.record(tx, [
      {
        type: 'unsubscribed',
        deliveryId,
        address: reader.address,
        provider: 'unsubscribe',
        providerEventId: deliveryId === null ? null : `${deliveryId}:${category}`,
        at: clock.now(),
      },
    ]);
  }

  /** Stops the category of a link. What is off already stays so, and is not told of again. */
  async function stop(tx: Tx, reader: Reader, target: UnsubscribeTarget, before: PreferencesView) {
    const { category } = target;
    await preferences.switchOff(tx, reader.userId, category, 'email');
    const view = await preferences.read(tx, reader);
    if (hasLost(before, view)) await noteLoss(tx, reader, target);
    logger.info({ user_id: reader.userId, category }, 'unsubscribed by link');
    return view;
  }

  async function change(tx: Tx, reader: Reader, target: UnsubscribeTarget, fields: URLSearchParams) {
    const { category } = target;
    const before = await preferences.read(tx, reader);
    const t = mailChangeMessages(before.locale);
    if (!fields.has('action')) {
      const told = {
        title: t.stopped({ name: mailCategoryMessages(before.locale)[category]() }),
        text: `${mailContentMessages(before.locale)[category]()} ${t.stopped_hint()}`,
        undo: undoOf(before, [category]),
      };
      return { view: await stop(tx, reader, target, before), told };
    }
    const action = actionSchema.safeParse(Object.fromEntries(fields));
    const planned = action.success ? plan(action.data, before, clock.now()) : null;
    if (planned === null) {
      return { view: before, told: { title: t.nothing_changed(), text: before.summary, undo: null } };
    }
    const view = await preferences.update(tx, reader, planned.update);
    if (action.data?.action !== 'undo' && hasLost(before, view)) await noteLoss(tx, reader, target);
    logger.info({ user_id: reader.userId, change: planned.update }, 'mails changed by link');
    return { view, told: planned.tell(view) };
  }

  return {
    async handle(token, request) {
      const target = tokens.verify(token);
      if (target === null) return answer(404, { state: 'unknown', t: pageWords('en') });
      const { userId, category } = target;
      try {
        return await database.transaction(async (tx) => {
          const reader = await findReader(tx, userId);
          if (reader === null) return gone('en');
          if (request.method === 'GET') return page(await preferences.read(tx, reader), category, null);
          const { view, told } = await change(tx, reader, target, request.fields);
          return page(view, category, told);
        });
      } catch (error) {
        // The account has gone meanwhile, and with it the mails.
        if (isForeignKeyViolation(error)) return gone('en');
        throw error;
      }
    },

    async stop(tx, token) {
      const target = tokens.verify(token);
      if (target === null) return false;
      const reader = await findReader(tx, target.userId);
      if (reader !== null) await stop(tx, reader, target, await preferences.read(tx, reader));
      return true;
    },
  };
}

interface Planned {
  readonly update: PreferencesUpdate;
  tell(after: PreferencesView): Told;
}

/** What an action of the page changes; null: it is none that the person has. */
function plan(action: Action, before: PreferencesView, now: Date): Planned | null {
  const t = mailChangeMessages(before.locale);
  switch (action.action) {
    case 'set': {
      const { category, choice } = action;
      const names = mailCategoryMessages(before.locale);
      const known = before.categories.filter(isOptional).find((one) => one.category === category);
      if (known?.frequencies.includes(choice) !== true) return null;
      const update =
        choice === 'off'
          ? { category, channels: { email: false } }
          : { category, frequency: choice, channels: { email: true } };
      return {
        update: { categories: [update] },
        tell: (after) => ({
          title: choice === 'off' ? t.stopped({ name: names[category]() }) : t.saved(),
          text: after.categories.find((one) => one.category === category)?.summary ?? '',
          undo: undoOf(before, [category]),
        }),
      };
    }
    case 'stop_all': {
      const own = before.categories.filter(isOptional).map(({ category }) => category);
      return {
        update: { categories: own.map((category) => ({ category, channels: { email: false } })) },
        tell: () => ({ title: t.stopped_all(), text: t.stopped_hint(), undo: undoOf(before, own) }),
      };
    }
    case 'pause':
    case 'resume': {
      const isPause = action.action === 'pause';
      return {
        update: { snoozed_until: isPause ? new Date(now.getTime() + pauseMs).toISOString() : null },
        tell: ({ summary }) => ({
          title: isPause ? t.paused() : t.resumed(),
          text: summary,
          undo: { snoozed_until: before.snoozed_until },
        }),
      };
    }
    case 'undo': {
      if (action.restore.categories?.some((wanted) => !canBe(wanted, before))) return null;
      return {
        update: action.restore,
        tell: ({ summary }) => ({ title: t.restored(), text: summary, undo: null }),
      };
    }
  }
}

/** Whether a category of the person's can be brought to this: a form can be filled in by anybody who has the link. */
function canBe(
  { category, frequency, channels }: NonNullable<PreferencesUpdate['categories']>[number],
  { categories }: PreferencesView,
): boolean {
  const known = categories.filter(isOptional).find((one) => one.category === category);
  if (known === undefined || Object.keys(channels ?? {}).some((channel) => channel !== 'email')) return false;
  return frequency === undefined || known.frequencies.includes(frequency);
}

/** The change that brings these categories back to how they are now. */
function undoOf(view: PreferencesView, wanted: readonly Category[]): PreferencesUpdate {
  return {
    categories: view.categories
      .filter(({ category }) => wanted.includes(category))
      .filter(isOptional)
      .map(({ category, frequency, channels }) => ({
        category,
        frequency,
        channels: { email: channels.some(({ channel, enabled }) => channel === 'email' && enabled) },
      })),
  };
}

/** Whether it is mailed at all, and can be switched off. */
function isOptional({ mandatory, channels }: CategoryPreference): boolean {
  return !mandatory && channels.some(({ channel }) => channel === 'email');
}

/** Whether a category was mailed before and is not now. */
function hasLost(before: PreferencesView, after: PreferencesView): boolean {
  const isMailed = new Map(after.categories.map((one) => [one.category, choiceOf(one) !== 'off']));
  return before.categories.some((one) => choiceOf(one) !== 'off' && isMailed.get(one.category) === false);
}

/** The one choice for mails that a switch and a frequency make together. */
function choiceOf({ frequency, channels }: CategoryPreference): Frequency {
  return channels.some(({ channel, enabled }) => channel === 'email' && enabled) ? frequency : 'off';
}

function labelOf(value: Frequency, { frequencies }: CategoryPreference, locale: Locale): string {
  const choices = mailChoiceMessages(locale);
  return value === 'immediate' && !frequencies.includes('daily') ? choices.by_mail() : choices[value]();
}

/** What the template says in one language. */
function pageWords(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(preferenceCentreMessages(locale)).map(([key, say]) => [key, say()]),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
