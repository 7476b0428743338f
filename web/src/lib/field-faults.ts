import { fieldFaultMessages } from './field-faults.messages.ts';
import { spokenLanguage } from './spoken.ts';

type Words = ReturnType<typeof fieldFaultMessages>;
type Plain = Exclude<keyof Words, 'at_least' | 'at_most' | 'most_entries'>;

/** The messages of the contract and the server, which are in English, by what they mean. */
const known: ReadonlyMap<string, Plain> = new Map([
  ['must not be empty', 'empty'],
  ['must be an e-mail address', 'email'],
  ['must have at least 10 characters', 'ten_characters'],
  ['must be a single line, without control characters and turns of direction', 'one_line'],
  ['must be the six digits that the app shows', 'six_digits'],
  ['must be three letters such as EUR', 'currency'],
  ['must be a time zone such as Europe/Berlin', 'time_zone'],
  ['must be a time such as 07:00', 'time'],
  ['must be a path of the web app such as /jobs', 'path'],
  ['a link must begin with https:, http:, mailto: or tel:', 'link'],
  ['the minimum must not exceed the maximum', 'minimum'],
  ['must be after the beginning', 'after_beginning'],
  ['must be after the beginning, by at most a day', 'a_day_at_most'],
  ['must be in the future', 'future'],
  ['must be at most a year ahead', 'a_year_at_most'],
  ['must be the address of an operator', 'an_operator'],
  ['needs at least one condition; whoever means everybody says so', 'a_condition'],
  ['must be a cron expression of five fields, to the minute', 'cron'],
]);

/** Of zod's own: `Too small: expected string to have >=1 characters`. */
const measured = /^Too (small|big): expected \w+ to have [<>]=?(\d+) (characters|items)$/;

/** What is wrong with a field, in the person's language; what is not known stays as it is. */
export function fieldFaultWords(message: string): string {
  const words = fieldFaultMessages(spokenLanguage());
  const plain = known.get(message);
  if (plain !== undefined) return words[plain]();
  const [, way, number, what] = measured.exec(message) ?? [];
  if (number !== undefined) {
    const count = Number(number);
    if (what === 'items') return way === 'big' ? words.most_entries({ count }) : words.empty();
    if (way === 'big') return words.at_most({ count });
    return count === 1 ? words.empty() : words.at_least({ count });
  }
  return /^Invalid /.test(message) ? words.does_not_fit() : message;
}
