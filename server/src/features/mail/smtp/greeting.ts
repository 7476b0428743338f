import { hostname } from 'node:os';
import { ask, refusal, type SmtpConversation } from './conversation.ts';
import { SmtpError } from './errors.ts';
import type { SmtpServer } from './server.ts';

/** The extensions of a server by their keywords, with their parameters. */
export type Extensions = ReadonlyMap<string, string>;

/** Greets the server, starts TLS where it is required or offered, and signs in. @throws {SmtpError} */
export async function greet(conversation: SmtpConversation, server: SmtpServer): Promise<Extensions> {
  const greeting = await conversation.reply();
  if (greeting.code !== 220) throw refusal(conversation, 'CONN', greeting);
  let extensions = await sendEhlo(conversation);
  if (!conversation.isEncrypted && server.security !== 'tls') {
    if (extensions.has('STARTTLS')) {
      const reply = await ask(conversation, 'STARTTLS\r\n');
      if (reply.code !== 220) throw refusal(conversation, 'STARTTLS', reply);
      await conversation.encrypt();
      extensions = await sendEhlo(conversation);
    } else if (server.security === 'starttls') {
      throw new SmtpError('ETLS', 'STARTTLS', 'The mail server offers no encryption');
    }
  }
  if (server.credentials !== null) await signIn(conversation, extensions, server.credentials);
  return extensions;
}

async function sendEhlo(conversation: SmtpConversation): Promise<Extensions> {
  const name = hostname();
  // An address literal where the name has no domain (RFC 5321, 4.1.3).
  const reply = await ask(
    conversation,
    `EHLO ${/^[\w-]+(?:\.[\w-]+)+$/.test(name) ? name : '[127.0.0.1]'}\r\n`,
  );
  if (reply.code !== 250) throw refusal(conversation, 'EHLO', reply);
  const lines = reply.text.split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [keyword = '', ...parameters] = line.slice(4).trim().split(' ');
      return [keyword.toUpperCase(), parameters.join(' ').toUpperCase()];
    }),
  );
}

/** Signs in by RFC 4954 with PLAIN, or else with LOGIN, which has no RFC but is all that some servers offer. */
async function signIn(
  conversation: SmtpConversation,
  extensions: Extensions,
  { user, password }: NonNullable<SmtpServer['credentials']>,
): Promise<void> {
  const mechanisms = (extensions.get('AUTH') ?? '').split(' ');
  const base64 = (text: string) => `${Buffer.from(text).toString('base64')}\r\n`;
  let reply: { readonly code: number; readonly text: string };
  if (mechanisms.includes('PLAIN')) {
    reply = await ask(conversation, `AUTH PLAIN ${base64(`\0${user}\0${password}`)}`);
  } else if (mechanisms.includes('LOGIN')) {
    reply = await ask(conversation, 'AUTH LOGIN\r\n');
    if (reply.code === 334) reply = await ask(conversation, base64(user));
    if (reply.code === 334) reply = await ask(conversation, base64(password));
  } else {
    throw new SmtpError('EAUTH', 'AUTH', 'The mail server offers no sign-in with PLAIN or LOGIN');
  }
  if (reply.code === 235) return;
  const { message, response } = refusal(conversation, 'AUTH', reply);
  throw new SmtpError('EAUTH', 'AUTH', `The mail server refuses our sign-in: ${message}`, { response });
}
