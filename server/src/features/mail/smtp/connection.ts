import { UnsendableMailError } from '../message/index.ts';
import { ask, type Reply, refusal, type SmtpConversation, startConversation } from './conversation.ts';
import { type SmtpCommand, SmtpError } from './errors.ts';
import { type Extensions, greet } from './greeting.ts';
import type { SmtpServer } from './server.ts';

/** The addresses that the server acts on; it does not read the mail itself. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly needsSmtpUtf8: boolean;
}

/** A connection that delivers one mail after the other. */
export interface SmtpConnection {
  /** How many mails it was given. */
  readonly uses: number;
  /** It can send nothing more. */
  readonly hasEnded: boolean;
  /**
   * @param content whole lines, of which none begins with a dot: nothing is escaped here (RFC 5321, 4.5.2)
   * @returns the last reply
   * @throws {SmtpError} with `isStale`: another connection can send the mail at once
   * @throws {UnsendableMailError} the server does not support such addresses
   */
  deliver(envelope: Envelope, content: Uint8Array): Promise<string>;
  /** Ends it politely. */
  quit(): void;
  destroy(failure: SmtpError): void;
}

/**
 * Connects, encrypts and signs in.
 *
 * @param timeoutMs for all of that, in milliseconds
 * @param onEnd called once, when it has ended
 */
export async function openSmtpConnection(
  server: SmtpServer,
  timeoutMs: number,
  onEnd: () => void,
): Promise<SmtpConnection> {
  const conversation = startConversation(server, onEnd);
  const timer = setTimeout(() => conversation.destroy(timedOut('CONN')), timeoutMs);
  try {
    const extensions = await greet(conversation, server);
    return createConnection(conversation, extensions);
  } catch (error) {
    conversation.destroy(new SmtpError('ECONNECTION', 'CONN', 'The sign-in has failed'));
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The server has not answered in time. */
export function timedOut(command: SmtpCommand): SmtpError {
  return new SmtpError('ETIMEDOUT', command, 'The mail server does not answer');
}

const ending = Buffer.from('.\r\n');

/** A command of the envelope. */
interface EnvelopeCommand {
  readonly command: SmtpCommand;
  readonly line: string;
  readonly isExpected: (reply: Reply) => boolean;
}

const isPositive = ({ code }: Reply) => code >= 200 && code < 300;

function createConnection(conversation: SmtpConversation, extensions: Extensions): SmtpConnection {
  const canPipeline = extensions.has('PIPELINING');
  let uses = 0;
  /** The server still has the envelope of a mail that it refused. */
  let needsReset = false;

  function commandsOf({ from, to, needsSmtpUtf8 }: Envelope, size: number): EnvelopeCommand[] {
    const parameters = `${extensions.has('SIZE') ? ` SIZE=${size}` : ''}${needsSmtpUtf8 ? ' BODY=8BITMIME SMTPUTF8' : ''}`;
    return [
      ...(needsReset ? [{ command: 'RSET', line: 'RSET\r\n', isExpected: isPositive } as const] : []),
      { command: 'MAIL FROM', line: `MAIL FROM:<${from}>${parameters}\r\n`, isExpected: isPositive },
      { command: 'RCPT TO', line: `RCPT TO:<${to}>\r\n`, isExpected: isPositive },
      { command: 'DATA', line: 'DATA\r\n', isExpected: ({ code }) => code === 354 },
    ];
  }

  /** Sends all at once (RFC 2920), or one after the other until the server refuses one. */
  async function sendAll(commands: readonly EnvelopeCommand[]): Promise<Reply[]> {
    if (canPipeline) {
      conversation.write(commands.map(({ line }) => line).join(''));
      return Promise.all(commands.map(() => conversation.reply()));
    }
    const replies: Reply[] = [];
    for (const { line, isExpected } of commands) {
      const reply = await ask(conversation, line);
      replies.push(reply);
      if (!isExpected(reply)) break;
    }
    return replies;
  }

  return {
    get uses() {
      return uses;
    },
    get hasEnded() {
      return conversation.failure !== undefined;
    },

    async deliver(envelope, content) {
      if (envelope.needsSmtpUtf8 && !(extensions.has('SMTPUTF8') && extensions.has('8BITMIME'))) {
        const detail = 'The mail server takes no addresses with characters beyond ASCII (SMTPUTF8)';
        throw new UnsendableMailError('message_rejected', '5.6.7', detail);
      }
      const isReused = uses > 0;
      uses += 1;
      const commands = commandsOf(envelope, content.length);
      const replies = await sendAll(commands);
      const at = commands.findIndex(
        ({ isExpected }, index) => !isExpected(replies[index] ?? { code: 0, text: '' }),
      );
      const [refused, reply] = [commands[at], replies[at]];
      if (refused !== undefined && reply !== undefined) {
        const isAwaited = refused.command !== 'DATA' && replies.at(-1)?.code === 354;
        const hasEnded = reply.code === 0 || reply.code === 421;
        // It has accepted the recipient for another mail, and would send there what it gets now.
        const isConfused = isAwaited && !hasEnded && refused.command !== 'RCPT TO';
        // The server waits for a mail without a recipient (RFC 2920, 3.1), so it gets an empty one.
        if (isAwaited && !hasEnded && !isConfused) await ask(conversation, '.\r\n');
        needsReset = true;
        const { code, message, response } = refusal(conversation, refused.command, reply);
        const isStale = isReused && hasEnded && code !== 'ETIMEDOUT';
        const failure = new SmtpError(code, refused.command, message, { response, isStale });
        if (hasEnded || isConfused) conversation.destroy(failure);
        throw failure;
      }
      conversation.write(Buffer.concat([content, ending]));
      const final = await conversation.reply();
      // Against RFC 5321, 4.1.1.4 Postfix keeps the envelope of a mail whose content it has refused.
      needsReset = !isPositive(final);
      if (isPositive(final)) return final.text;
      const failure = refusal(conversation, 'DATA', final);
      if (final.code === 421) conversation.destroy(failure);
      throw failure;
    },

    quit: () => conversation.end('QUIT\r\n'),

    destroy: (failure) => conversation.destroy(failure),
  };
}
