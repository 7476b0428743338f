import { defineMessages } from '@rolecall/contract';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { spanish } from './spanish.ts';

export const engineReasons = defineMessages({ en: english, de: german, fr: french, es: spanish });

/** Codes that channels bring. Each adds its own to this interface, as features add their tables to the schema. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled by the channels
export interface ChannelReasonCodes {}

/** Stable code of a decision about a delivery. */
export type ReasonCode = keyof typeof english | keyof ChannelReasonCodes;

/** Why a notification is not worth sending any more, as the features that it is about can tell. */
export type IrrelevanceReason = Extract<
  ReasonCode,
  | 'job_closed'
  | 'job_held'
  | 'job_hidden'
  | 'already_applied'
  | 'application_withdrawn'
  | 'superseded'
  | 'broadcast_stopped'
  | 'no_longer_true'
  | 'digest_empty'
>;
