import type { MailProvider } from '../message/index.ts';
import { safeHeader, toMailAddress, UnsafeHeaderError, UnsendableMailError } from '../message/index.ts';

/** Holds mails for an API to the rules of SMTP: a valid address, its domain in ASCII, and headers of one line. */
export function withValidation(provider: MailProvider): MailProvider {
  return {
    ...provider,
    async send(mail, returnPath) {
      try {
        for (const [name, value] of Object.entries(mail.headers)) safeHeader(name, value);
        safeHeader('Subject', mail.subject);
        safeHeader('To', mail.to.name);
        const { address } = toMailAddress(mail.to.address);
        return await provider.send({ ...mail, to: { ...mail.to, address } }, returnPath);
      } catch (error) {
        const known = { provider: provider.name };
        if (error instanceof UnsendableMailError) {
          return { result: error.result, status: error.status, detail: error.message, ...known };
        }
        if (error instanceof UnsafeHeaderError) {
          return { result: 'message_rejected', detail: error.message, ...known };
        }
        throw error;
      }
    },
  };
}
