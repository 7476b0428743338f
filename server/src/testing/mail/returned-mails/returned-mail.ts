export const lines = (...given: readonly string[]) => given.join('\r\n');

/** The header of the returned mail, as its last server had it. */
export const returnedHeader = (returnPath: string) =>
  lines(
    `Return-Path: <${returnPath}>`,
    'Received: from rolecall.example (rolecall.example [192.0.2.10]) by mx.example.net',
    'From: Rolecall <jobs@rolecall.example>',
    'To: Ada <ada@example.net>',
    'Subject: Harbour Pilot at North Quay',
    'Message-ID: <018f@rolecall.example>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
  );

export interface ReturnedMailOptions {
  readonly returnPath: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly action?: string;
  /** The recipient that the bounce names. */
  readonly recipient?: string;
  readonly messageId?: string;
}

export function withDefaults(options: ReturnedMailOptions) {
  return {
    status: '5.1.1',
    diagnostic: 'smtp; 550 5.1.1 <ada@example.net>: Recipient address rejected: User unknown',
    action: 'failed',
    recipient: 'ada@example.net',
    messageId: '20260901120000.4F2A@mx.example.net',
    ...options,
  };
}
