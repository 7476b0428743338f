import { ApplicationError } from '../../platform/errors/index.ts';
import type { ResumePoint } from '../../platform/realtime/index.ts';

/** More topics than there are. */
const maximumTopics = 100;

/**
 * Reads where a client stands.
 *
 * @param lastEventId `<epoch>:<seq>`
 * @param topics `<topic>:<seq>` with commas between them
 * @returns undefined for a client that begins here
 * @throws {ApplicationError} `invalid_request`
 */
export function readCursors(
  lastEventId: string | undefined,
  topics: string | undefined,
): ResumePoint | undefined {
  const cursors = (topics ?? '').split(',').filter((item) => item !== '');
  if (lastEventId === undefined || lastEventId === '') {
    if (cursors.length === 0) return undefined;
    throw wrong('topics', 'stands only beside the id of the last event');
  }
  if (cursors.length > maximumTopics) throw wrong('topics', 'names too many topics');
  const { name: epoch, seq: user } = readPlace('last_event_id', lastEventId);
  const places = cursors.map((item) => readPlace('topics', item));
  return { epoch, user, topics: Object.fromEntries(places.map(({ name, seq }) => [name, seq])) };
}

function readPlace(path: string, text: string): { readonly name: string; readonly seq: number } {
  const [, name, digits] = /^([\w-]{1,80}):(\d{1,15})$/.exec(text) ?? [];
  if (name === undefined || digits === undefined) throw wrong(path, 'must be a name, a colon and a seq');
  return { name, seq: Number(digits) };
}

function wrong(path: string, message: string): ApplicationError {
  return new ApplicationError('invalid_request', {
    detail: `${path}: ${message}`,
    fields: [{ path, message }],
  });
}
