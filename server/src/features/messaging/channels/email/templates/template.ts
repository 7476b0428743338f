/**
 * A mail of one kind, as Liquid. Every view has `title`, `message`, `action_url` and `action_label` as the inbox shows
 * them, `name` of the recipient, and the fields of the payload.
 */
export interface EmailTemplate {
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  /** Body of the layout. */
  readonly html: string;
  readonly text: string;
  /** Why the person gets it. */
  readonly why: string;
}

export const paragraph = (text: string) => `<p class="ink" style="margin:0 0 12px;color:#1a2322">${text}</p>`;
export const headline = "{% render 'headline', text: title %}";
export const button = "{% render 'button', url: action_url, label: action_label %}";
