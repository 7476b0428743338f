/** What a mail says of itself. */
export interface MailContent {
  readonly message_id: string | null;
  readonly sender: string;
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: { name: string; value: string }[];
}

/** PostgreSQL cannot store NUL. */
export const storable = (text: string): string => text.replaceAll('\0', '');
