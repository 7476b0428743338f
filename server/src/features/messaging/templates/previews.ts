import {
  inboxTemplateSchema,
  kinds,
  mailTemplateSchema,
  type TemplateContent,
  type TemplatePreview,
  type TemplateSlot,
} from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { type KindTexts, textsByKind } from '../../../platform/kind-texts/index.ts';
import type { Recipient, Recipients } from '../recipients/index.ts';
import {
  type CompiledMjml,
  checkTemplate,
  createTexts,
  type MjmlService,
  type PublishedTemplate,
  sampleOf,
  type Texts,
} from '../texts/index.ts';
import { invalidTemplate, toPublished } from './template-views.ts';
import { findPublished } from './templates.store.ts';

/** A message as a channel gets it, in words of its own. */
export interface TrialMessage {
  readonly kind: TemplateSlot['kind'];
  readonly payload: Readonly<Record<string, unknown>>;
  readonly recipient: Recipient;
}

/** A mail as it would go out. */
export type TrialMail = Omit<TemplatePreview['mail'], 'attachments'> & {
  readonly attachments: readonly { readonly filename: string }[];
};

/** What composition brings: the mails as the e-mail channel makes and sends them. */
export interface TrialMails {
  compose(texts: Texts, message: TrialMessage): TrialMail;
  /** @returns null: it is on its way; else what the mail server said */
  send(texts: Texts, message: TrialMessage): Promise<string | null>;
}

export interface PreviewRequest {
  /** What is in force when left out. */
  readonly content?: TemplateContent | undefined;
  readonly payload?: Readonly<Record<string, unknown>> | undefined;
  /** Name of who reads it; that of the viewer when left out. */
  readonly reader?: string | undefined;
  readonly time_zone: string;
}

/** Shows a text to whoever writes it, before anybody else reads it. */
export interface TemplatePreviews {
  /** @throws {ApplicationError} `invalid_request` when the payload is none of the kind */
  preview(tx: Tx, viewerId: string, slot: TemplateSlot, request: PreviewRequest): Promise<TemplatePreview>;
  /** Sends the mail to the viewer. @throws {ApplicationError} `template_invalid`, `mail_not_sent` */
  sendTest(
    tx: Tx,
    viewerId: string,
    slot: TemplateSlot,
    request: PreviewRequest,
  ): Promise<{ sent_to: string }>;
}

export function createTemplatePreviews(dependencies: {
  readonly kinds: readonly KindTexts[];
  readonly recipients: Recipients;
  readonly mails: TrialMails;
  readonly mjml: Pick<MjmlService, 'compile'>;
}): TemplatePreviews {
  const { recipients, mails, mjml } = dependencies;
  const textsOf = textsByKind(dependencies.kinds);

  /** Texts that say what is published, and the given content in its slot. */
  async function trialOf(tx: Tx, slot: TemplateSlot, trial: Trial): Promise<Texts> {
    const texts = createTexts({ kinds: dependencies.kinds });
    // One that cannot be read is not said to anybody, so neither is it here.
    const published = (await findPublished(tx)).flatMap((row) => toPublished(row) ?? []);
    // The last one of a slot counts.
    texts.usePublished(
      trial.content === undefined ? published : [...published, asTrial(slot, trial.content, trial.compiled)],
    );
    return texts;
  }

  /** What is to be shown, with its faults. */
  async function check(slot: TemplateSlot, content: TemplateContent | undefined) {
    if (content === undefined) return { problems: [], trial: { content, compiled: null } };
    const { problems, compiled } = await checkTemplate(textsOf(slot.kind), slot, content, mjml);
    return { problems: [...problems], trial: { content, compiled } };
  }

  async function messageFor(
    tx: Tx,
    viewerId: string,
    slot: TemplateSlot,
    request: PreviewRequest,
  ): Promise<TrialMessage> {
    const [viewer] = await recipients.findRecipients(tx, [viewerId]);
    if (viewer === undefined) throw new ApplicationError('unauthenticated');
    const payload = kinds[slot.kind].payload.safeParse(request.payload ?? sampleOf(textsOf(slot.kind)));
    if (!payload.success) {
      throw new ApplicationError('invalid_request', {
        fields: payload.error.issues.map(({ path, message }) => ({
          path: ['payload', ...path].join('.'),
          message,
        })),
      });
    }
    const { locale } = slot;
    const recipient = {
      ...viewer,
      name: request.reader ?? viewer.name,
      locale,
      time_zone: request.time_zone,
    };
    return { kind: slot.kind, payload: { ...payload.data }, recipient };
  }

  return {
    async preview(tx, viewerId, slot, request) {
      const message = await messageFor(tx, viewerId, slot, request);
      const { problems, trial } = await check(slot, request.content);
      const texts = await trialOf(tx, slot, problems.length > 0 ? nothing : trial);
      const { kind, payload, recipient } = message;
      return {
        problems,
        inbox: {
          ...texts.inbox(kind, payload, recipient),
          image: `/notification-images/${kinds[kind].image}.svg`,
          actions: texts.actions(kind, payload, recipient).map(({ label }) => label),
        },
        mail: toPreview(mails.compose(texts, message)),
      };
    },

    async sendTest(tx, viewerId, slot, request) {
      const message = await messageFor(tx, viewerId, slot, request);
      const { problems, trial } = await check(slot, request.content);
      if (problems.length > 0) throw invalidTemplate(problems);
      const failure = await mails.send(await trialOf(tx, slot, trial), message);
      if (failure !== null) throw new ApplicationError('mail_not_sent', { detail: failure });
      return { sent_to: message.recipient.email };
    },
  };
}

const toPreview = ({ subject, preheader, html, text, attachments }: TrialMail): TemplatePreview['mail'] => ({
  subject,
  preheader,
  html,
  text,
  attachments: attachments.map(({ filename }) => filename),
});

/** Words that are tried out. */
interface Trial {
  readonly content: TemplateContent | undefined;
  readonly compiled: CompiledMjml | null;
}

/** What is in force is shown. */
const nothing: Trial = { content: undefined, compiled: null };

function asTrial(
  { kind, channel, locale }: TemplateSlot,
  content: TemplateContent,
  compiled: CompiledMjml | null,
): PublishedTemplate {
  const of = { id: 'trial', kind, locale, version: 0 };
  return channel === 'inbox'
    ? { ...of, channel, content: inboxTemplateSchema.parse(content) }
    : { ...of, channel, content: mailTemplateSchema.parse(content), compiled };
}
