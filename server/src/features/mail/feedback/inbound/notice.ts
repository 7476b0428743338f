import type { Email } from 'postal-mime';
import { plainWords } from '../../events/index.ts';
import { saysCause, saysDelay, saysDelivery, saysFailure, saysFinal } from './notice-words.ts';

/** What a notice says in words of its own, without the mail that it returns. */
export interface Notice {
  readonly text: string;
  /** Its subject and its text, as `plainWords`. */
  readonly words: string;
  /** The answer of the server that refused the mail, and then what introduces it; null: it quotes none. */
  readonly answer: string | null;
  /** It says that the mail was not delivered. */
  readonly hasFailed: boolean;
  readonly isFailureBySubject: boolean;
  /** It says what else is only said of a mail that was not delivered, such as that a mailbox is full. */
  readonly namesCause: boolean;
  readonly isDelayed: boolean;
  readonly isDelivered: boolean;
}

/** How much of a notice is read, in characters; what it says comes before the mail that it returns. */
const longestNotice = 20_000;
const longestAnswer = 2_000;
/** Before the answer, in its paragraph, notices tell to which command it was given. */
const longestIntroduction = 400;
const longestSubject = 1_000;
const mostLines = 1_000;

/** Lines with which the returned mail begins. */
const returned =
  /^[> ]{0,4}(?:received|return-path|dkim-signature|x-google-dkim-signature|arc-seal) ?:|^[\s>*|=_-]{2,}.{0,60}\b(?:original|unsent|returned|copy of)\b.{0,40}(?:message|mail|headers?|follows)|^\W{0,8}(?:message|mail) (?:headers?|text) follows|^\W{0,8}(?:below|this) .{0,20}\bcopy of (?:the|your)\b|^\W{0,8}original (?:message|mail) (?:follows|as follows|is)/i;

/** @param body all of the mail after its header as text, for those whose structure is broken */
export function readNotice(mail: Email, body: string): Notice {
  const text = ownWords(textOf(mail) ?? body);
  const subject = plainWords((mail.subject ?? '').slice(0, longestSubject));
  const words = plainWords(text).replaceAll(/\s+/g, ' ');
  const isFailureBySubject = saysFailure.test(subject);
  const hasFailed = isFailureBySubject || saysFailure.test(words);
  const isDelayed = saysDelay.test(subject) || saysDelay.test(words);
  return {
    text,
    words: `${subject}\n${words}`,
    answer: findAnswer(text),
    hasFailed,
    isFailureBySubject,
    namesCause: saysCause.test(subject) || saysCause.test(words),
    isDelayed: isDelayed && !saysFinal.test(words),
    isDelivered: saysDelivery.test(subject) || (!hasFailed && saysDelivery.test(words)),
  };
}

function textOf(mail: Email): string | null {
  if (mail.text !== undefined && mail.text.trim() !== '') return mail.text.slice(0, longestNotice * 2);
  if (mail.html === undefined) return null;
  return mail.html
    .slice(0, longestNotice * 4)
    .replaceAll(/<(?:br|\/p|\/div|\/tr|\/h\d|\/li)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function ownWords(text: string): string {
  const lines = text.slice(0, longestNotice * 4).split(/\r\n|\n|\r/, mostLines);
  // A notice may begin with such a line only where nothing else comes before.
  const end = lines.findIndex((line, place) => place > 0 && returned.test(line.slice(0, 300)));
  return lines
    .slice(0, end < 1 ? mostLines : end)
    .join('\n')
    .slice(0, longestNotice);
}

/** A reply of a server (RFC 5321, 4.2) where notices quote it, with what its other lines say. */
const reply =
  /(?:^|said: ?|says: ?|with: ?|<<< ?|smtp; ?|was: ?|code:? ?|reason: ?|error: ?|was ?|\.\.\. ?|\]: ?|>: ?|: )(?:smtp; ?)?["'#]?([45]\d\d)(?=[\s:=#-])/gim;

/**
 * Of several replies that for good counts most, and among those the one with an enhanced status. What a server said before
 * to commands that went well is passed over.
 */
function findAnswer(text: string): string | null {
  const found: { readonly at: number; readonly rank: number }[] = [];
  for (const match of text.matchAll(reply)) {
    const code = match[1] ?? '';
    const at = match.index + match[0].length - code.length;
    const hasStatus = /^\d{3}[ -]#?[45]\.\d{1,3}\.\d/.test(text.slice(at, at + 16));
    found.push({ at, rank: (code.startsWith('5') ? 2 : 0) + (hasStatus ? 1 : 0) });
    if (found.length === 50) break;
  }
  const best = found.toSorted((left, right) => right.rank - left.rank || left.at - right.at)[0];
  if (best === undefined) return null;
  const [answer = ''] = text.slice(best.at, best.at + longestAnswer).split(/\n[ \t]*\n/, 1);
  const before = text.slice(Math.max(0, best.at - longestIntroduction), best.at);
  return `${answer}\n${before.slice(before.lastIndexOf('\n\n') + 1)}`;
}
