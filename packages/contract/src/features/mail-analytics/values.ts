/** What is counted of mails; the schema says what each is. */
export const mailCounters = [
  'sent',
  'refused',
  'delivered',
  'deferred',
  'bounced_hard',
  'bounced_soft',
  'bounced_blocked',
  'bounced_content',
  'complained',
  'human_opens',
  'machine_opens',
  'human_clicks',
  'machine_clicks',
  'unsubscribed',
] as const;
export type MailCounter = (typeof mailCounters)[number];
