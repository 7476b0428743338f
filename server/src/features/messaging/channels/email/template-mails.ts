import { kinds } from '@rolecall/contract';
import type { TrialMails } from '../../templates/index.ts';
import { createComposer } from './compose.ts';
import type { EmailSenderOptions } from './email-sender.ts';
import { createTrialMailSender } from './trial-mails.ts';

/** Mails as they would go out, for operators who write a text. @param mailSender undefined: this process sends none */
export function createTemplateMails({
  mailSender,
  ...options
}: Omit<EmailSenderOptions, 'mailSender' | 'texts' | 'instrument' | 'mailEvents'> & {
  readonly mailSender: EmailSenderOptions['mailSender'] | undefined;
}): TrialMails {
  const { publicUrl, from, clock } = options;
  return {
    compose: (texts, message) =>
      createComposer(publicUrl, texts, from).compose(
        { ...message, createdAt: clock.now() },
        kinds[message.kind].mandatory ? null : `${publicUrl}/settings/notifications`,
      ),

    async send(texts, message) {
      if (mailSender === undefined) return 'This instance sends no mail';
      return (await createTrialMailSender({ ...options, mailSender, texts }).send(message)).detail;
    },
  };
}
