/** What the inbox, a toast and a push message say, as Liquid. */
export interface InboxTemplate {
  readonly title: string;
  readonly message: string;
}

/** A mail as Liquid: what stands in the frame that all mails have. */
export interface MailTemplate {
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  /** MJML, or plain HTML. */
  readonly html: string;
  readonly text: string;
}
