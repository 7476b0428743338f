import { type ParsedMail, parseInbound } from './parse-inbound.ts';

/** A mail as it came, with the sender of its envelope; null: unknown. */
export interface MailToRead {
  readonly raw: Uint8Array;
  readonly sender: string | null;
}

export const readInbound = ({ raw, sender }: MailToRead): Promise<ParsedMail | null> =>
  parseInbound(raw, sender);
