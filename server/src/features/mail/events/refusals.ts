import type { BounceClass } from '@rolecall/contract';
import { bestStatus, findStatuses } from './enhanced-status.ts';
import { plainWords } from './plain-words.ts';
import {
  blamesContent,
  blamesRecipient,
  blamesSenderSurely,
  namesBlocklist,
  refusedAfterContent,
  refusedBeforeRecipient,
  refuses,
  saysBusy,
  saysFull,
  saysLater,
} from './refusal-words.ts';
import { blamesSender, classOf, isUnknownMailbox } from './statuses.ts';

/** What a refusal says. */
export interface Refusal {
  /** The status that tells most (RFC 3463); null: none was given. */
  readonly status: string | null;
  /** Who is to blame. */
  readonly bounce: BounceClass;
}

/** How much of an answer is read; its cause comes first. */
const longestAnswer = 4_000;

/**
 * Judges who is to blame for a refusal: the address (`hard`), a state of it that passes (`soft`), us as the sender
 * (`blocked`), or the mail (`content`).
 *
 * Statuses are often wrong or general, and servers say the cause in words. So an address counts as bad only where nothing
 * blames somebody else: a status about the sender in the field or in the text, the step at which the server refused, and
 * words about the sender outweigh a status that says that there is no such mailbox.
 *
 * @param given the status in its own field
 * @param answer what the server answered, in whatever words
 * @param otherwise the class where neither status nor words tell
 */
export function judgeRefusal(
  given: string | null | undefined,
  answer: string | null | undefined,
  otherwise: BounceClass,
): Refusal {
  const text = (answer ?? '').slice(0, longestAnswer);
  const status = bestStatus(given, text);
  const blaming = [status, ...findStatuses(text)].find((one) => one !== null && blamesSender(one));
  if (blaming !== undefined) return { status: blaming, bounce: 'blocked' };
  return { status, bounce: classOfRefusal(status, text) ?? otherwise };
}

function classOfRefusal(status: string | null, text: string): BounceClass | null {
  const all = simplify(text);
  const words = withoutNames(all);
  const isSure = status !== null && isUnknownMailbox(status);
  if (classOf(status) === 'content') return 'content';
  if (saysFull.test(words)) return 'soft';
  if (namesBlocklist.test(all) || blamesSenderSurely.test(words)) return 'blocked';
  if (blamesContent.test(words)) return 'content';
  if (refusedBeforeRecipient.test(all)) return classByStatus(status, text) === 'soft' ? 'soft' : 'blocked';
  if (blamesRecipient.test(words))
    return saysBusy.test(words) ? 'soft' : (classByStatus(status, text) ?? 'hard');
  if (saysLater.test(words)) return 'soft';
  if (!isSure && refusedAfterContent.test(all)) return 'content';
  if (!isSure && refuses.test(words)) return 'blocked';
  return classByStatus(status, text);
}

/** By the enhanced status, or else by the reply code (RFC 5321, 4.2) that begins an answer; null: there is neither. */
function classByStatus(status: string | null, text: string): BounceClass | null {
  const byStatus = classOf(status);
  if (byStatus !== null) return byStatus;
  const [, code] = replyCode.exec(text) ?? [];
  if (code === undefined) return null;
  // 552 without an enhanced code is a full mailbox.
  return code.startsWith('4') || code === '552' ? 'soft' : 'hard';
}

const replyCode = /(?<![\w.:-])([45]\d\d)(?=[\s:=-])/;

/** As `plainWords`, without signs of quotation and repeated spaces. */
function simplify(text: string): string {
  return plainWords(text)
    .replaceAll(/['"`’]/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** Words of Exchange that look like names of hosts, such as `resolver.adr.recipnotfound`. */
const cause = /^(?:smtp;)?(?:resolver|storedrv|queue|routing|smtpsend)\./;

/** Without addresses, links and names of hosts, whose words mean nothing. */
function withoutNames(text: string): string {
  const isName = (word: string) =>
    word.includes('@') || word.includes('://') || (/[a-z\d]\.[a-z]/.test(word) && !cause.test(word));
  return text
    .split(' ')
    .filter((word) => !isName(word))
    .join(' ');
}
