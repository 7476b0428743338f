import { ask, type Reply, refusal, type SmtpConversation, startConversation } from './smtp-conversation.ts';
import { type SmtpCommand, SmtpError } from './smtp-errors.ts';
import { type Extensions, greet } from './smtp-greeting.ts';
import type { SmtpServer } from './smtp-server.ts';
import { UnsendableMailError } from './unsendable.ts';

/** What a server is told about a mail; the mail itself it only passes on. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly needsSmtpUtf8: boolean;
}

/** A connection that takes one mail after the other. */
export interface SmtpConnection {
  /** Mails that it has been asked to take. */
  readonly uses: number;
  /** Nothing more can be sent by it. */
  readonly hasEnded: boolean;
  /**
   * @param content whole lines, of which none begins with a dot: nothing is escaped here (RFC 5321, 4.5.2)
   * @returns the last reply
   * @throws {SmtpError} with `isStale` where it can be sent by another connection at once
   * @throws {UnsendableMailError} the server does not take such addresses
   */
  deliver(envelope: Envelope, content: Uint8Array): Promise<string>;
  /** Takes its leave. */
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
  const timer = setTimeout(() => conversation.destroy(late('CONN')), timeoutMs);
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
export function late(command: SmtpCommand): SmtpError {
  return new SmtpError('ETIMEDOUT', command, 'The mail server does not answer');
}

const ending = Buffer.from('.\r\n');

interface Step {
  readonly command: SmtpCommand;
  readonly line: string;
  readonly isFine: (reply: Reply) => boolean;
}

const isPositive = ({ code }: Reply) => code >= 200 && code < 300;

function createConnection(conversation: SmtpConversation, extensions: Extensions): SmtpConnection {
  const canPipeline = extensions.has('PIPELINING');
  let uses = 0;
  /** The server still has the envelope of a mail that it has refused. */
  let needsReset = false;

  function stepsOf({ from, to, needsSmtpUtf8 }: Envelope, size: number): Step[] {
    const parameters = `${extensions.has('SIZE') ? ` SIZE=${size}` : ''}${needsSmtpUtf8 ? ' BODY=8BITMIME SMTPUTF8' : ''}`;
    return [
      ...(needsReset ? [{ command: 'RSET', line: 'RSET\r\n', isFine: isPositive } as const] : []),
      { command: 'MAIL FROM', line: `MAIL FROM:<${from}>${parameters}\r\n`, isFine: isPositive },
      { command: 'RCPT TO', line: `RCPT TO:<${to}>\r\n`, isFine: isPositive },
      { command: 'DATA', line: 'DATA\r\n', isFine: ({ code }) => code === 354 },
    ];
  }

  /** All at once (RFC 2920), or one after the other until one is refused. */
  async function take(steps: readonly Step[]): Promise<Reply[]> {
    if (canPipeline) {
      conversation.write(steps.map(({ line }) => line).join(''));
      return Promise.all(steps.map(() => conversation.reply()));
    }
    const replies: Reply[] = [];
    for (const { line, isFine } of steps) {
      const reply = await ask(conversation, line);
      replies.push(reply);
      if (!isFine(reply)) break;
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
      const steps = stepsOf(envelope, content.length);
      const replies = await take(steps);
      const at = steps.findIndex(({ isFine }, index) => !isFine(replies[index] ?? { code: 0, text: '' }));
      const [step, reply] = [steps[at], replies[at]];
      if (step !== undefined && reply !== undefined) {
        const isAwaited = step.command !== 'DATA' && replies.at(-1)?.code === 354;
        const hasEnded = reply.code === 0 || reply.code === 421;
        // It has taken the recipient for some other mail: whatever it gets now it would send there.
        const isConfused = isAwaited && !hasEnded && step.command !== 'RCPT TO';
        // The server waits for a mail that it has no recipient for (RFC 2920, 3.1): it gets an empty one.
        if (isAwaited && !hasEnded && !isConfused) await ask(conversation, '.\r\n');
        needsReset = true;
        const { code, message, response } = refusal(conversation, step.command, reply);
        const isStale = isReused && hasEnded && code !== 'ETIMEDOUT';
        const failure = new SmtpError(code, step.command, message, { response, isStale });
        if (hasEnded || isConfused) conversation.destroy(failure);
        throw failure;
      }
      conversation.write(Buffer.concat([content, ending]));
      const final = await conversation.reply();
      // Postfix keeps the envelope of a mail that it has refused at its end, against RFC 5321, 4.1.1.4.
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
