export { domainOf, splitMailbox, toMailAddress } from './addresses.ts';
export type { HeaderField } from './header-fields.ts';
export type { MailAttachment, MailStream, OutgoingMail } from './mail.ts';
export { createMessageBuilder, headerText } from './message-builder.ts';
export type { MailOutcome } from './outcome.ts';
export type { MailProvider } from './provider.ts';
export { createReturnPaths, findReturnPaths, type ReturnPaths } from './return-path.ts';
export { safeHeader, UnsafeHeaderError } from './safe-header.ts';
export { UnsendableMailError } from './unsendable.ts';
