export { createDkimSigner, type DkimSigner } from './dkim.ts';
export { safeHeader, UnsafeHeaderError } from './headers.ts';
export type { MailAttachment, MailOutcome, OutgoingMail } from './mail.ts';
export { createMailSender, type MailSender } from './mail-sender.ts';
export { createMailProvider } from './providers/create-provider.ts';
export { createReturnPaths, type ReturnPaths } from './return-path.ts';
export { createSmtpProvider } from './smtp-provider.ts';
