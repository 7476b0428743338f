export { type Block, block } from './block.ts';
export { textsByKind } from './by-kind.ts';
export type { ByLocale } from './by-locale.ts';
export {
  companyForms,
  companyMark,
  companyMarkIn,
  companyNotVerified,
  verifiedBy,
} from './company-marks.ts';
export { oneOf, when } from './conditions.ts';
export {
  colons,
  type KindGroup,
  type KindTexts,
  kindTexts,
  type MailBasics,
  type MailExtras,
} from './kind-texts.ts';
export { mail } from './mail.ts';
export { plainMail } from './plain-mail.ts';
export { remark } from './remark.ts';
export { facts, headline, link, paragraph, quotation, soft, steps, subheading } from './rows.ts';
export { sampleApplication, sampleId, sampleJob } from './samples.ts';
export { band, box } from './sections.ts';
export { inWords, marked, type ShippedMail } from './shipped-mail.ts';
export type { InboxTemplate, MailTemplate } from './templates.ts';
export { type ToneName, tones } from './tones.ts';
