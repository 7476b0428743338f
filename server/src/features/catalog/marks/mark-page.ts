import type { JobMark, Locale } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import type { Recipient, Recipients } from '../../messaging/recipients/index.ts';
import { createEngine, defaultRecipient } from '../../messaging/texts/index.ts';
import { holdJob, type JobBrief } from '../jobs/index.ts';
import { markPageMessages } from './mark-page.messages.ts';
import { markPageTemplate } from './mark-page-template.ts';
import type { Marks } from './marks.ts';

/** Who marks which job how by the link of a mail. */
export interface MarkTarget {
  readonly userId: string;
  readonly jobId: string;
  readonly mark: JobMark;
}

/** Reads the tokens of such links; the channel that makes them provides it. */
export interface MarkTokens {
  /** Null: not signed by this instance. */
  verify(token: string): MarkTarget | null;
}

export interface MarkPageAnswer {
  readonly status: 200 | 404;
  readonly contentType: 'text/html; charset=utf-8';
  readonly body: string;
}

/**
 * What is behind the links 'Save' and 'Not for me' of a mail. `GET` asks and changes nothing, because link scanners follow
 * every link of a mail; the form that it shows does it, and offers to take it back. It needs no sign-in and no cookie:
 * the token gives the right to this mark on this job, and to nothing else. Doing anything twice is fine.
 */
export interface MarkPage {
  handle(
    token: string,
    request: { readonly method: 'GET' } | { readonly method: 'POST'; readonly fields: URLSearchParams },
  ): Promise<MarkPageAnswer>;
}

export interface MarkPageDependencies {
  readonly database: Database;
  readonly recipients: Recipients;
  readonly marks: Pick<Marks, 'mark' | 'unmark'>;
  readonly tokens: MarkTokens;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
}

/** What the page tells: a question, or what has been done. */
type Stage = 'ask' | 'done' | 'undone';

export function createMarkPage(dependencies: MarkPageDependencies): MarkPage {
  const { database, recipients, marks, tokens, publicUrl } = dependencies;
  const template = createEngine('html').parse(markPageTemplate);

  const answer = (
    status: MarkPageAnswer['status'],
    locale: Locale,
    view: Readonly<Record<string, unknown>>,
  ): MarkPageAnswer => ({
    status,
    contentType: 'text/html; charset=utf-8',
    body: template.render({ lang: locale, ...view }, defaultRecipient),
  });

  function unknown(locale: Locale = 'en'): MarkPageAnswer {
    const words = markPageMessages(locale);
    return answer(404, locale, { heading: words.not_valid(), about: words.not_valid_hint() });
  }

  function page({ mark }: MarkTarget, { locale }: Recipient, job: JobBrief, stage: Stage): MarkPageAnswer {
    const words = markPageMessages(locale);
    const isSaved = mark === 'saved';
    const done = isSaved ? words.done_saved() : words.done_hidden();
    const ask = isSaved ? words.ask_saved() : words.ask_hidden();
    const again = isSaved ? words.save() : words.hide();
    const about = isSaved ? words.about_saved() : words.about_hidden();
    return answer(200, locale, {
      heading: stage === 'ask' ? ask : stage === 'done' ? done : words.undone(),
      job: words.job({ title: job.title, company: job.company_name }),
      about: stage === 'undone' ? null : about,
      is_done: stage !== 'ask',
      action: stage === 'done' ? 'undo' : 'mark',
      button: stage === 'done' ? words.undo() : again,
      job_url: `${publicUrl}/jobs/${job.id}`,
      see: words.see(),
    });
  }

  return {
    async handle(token, request) {
      const target = tokens.verify(token);
      if (target === null) return unknown();
      return database.transaction(async (tx) => {
        const [reader] = await recipients.findRecipients(tx, [target.userId]);
        if (reader === undefined || reader.is_disabled || reader.role !== 'job_seeker') return unknown();
        const job = await holdJob(tx, target.jobId);
        if (job === undefined) {
          const words = markPageMessages(reader.locale);
          return answer(404, reader.locale, { heading: words.gone() });
        }
        if (request.method === 'GET') return page(target, reader, job, 'ask');
        const viewer = { userId: target.userId, role: reader.role, sessionId: null };
        const isUndone = request.fields.get('action') === 'undo';
        if (isUndone) await marks.unmark(tx, viewer, target.jobId, target.mark);
        else await marks.mark(tx, viewer, target.jobId, target.mark);
        return page(target, reader, job, isUndone ? 'undone' : 'done');
      });
    },
  };
}
