import type { ApplicationStatus } from '@rolecall/contract';
import { type Block, band, type ToneName } from '../../../../platform/kind-texts/index.ts';

/** How each status looks. The symbols are characters that the fonts of mail programs have. */
const looks: Readonly<Record<ApplicationStatus, readonly [tone: ToneName, symbol: string]>> = {
  submitted: ['info', '✓'],
  viewed: ['info', '●'],
  shortlisted: ['good', '★'],
  interview: ['warm', '◷'],
  offer: ['good', '✦'],
  hired: ['good', '♥'],
  rejected: ['quiet', '■'],
  withdrawn: ['quiet', '↩'],
};

/** The band above a mail that tells of a status. */
export const statusBand = (status: ApplicationStatus, label: string): Block => band(...looks[status], label);
