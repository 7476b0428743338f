import type { Answer, Caller } from '../../../server/src/testing/hostile-requests/index.ts';
import type { AttackedServer } from '../support/attacked-server.ts';

/** Something that is meant to stop the server, or to make others wait. */
export interface Attack {
  readonly name: string;
  /** It lasts until a deadline of a minute ends it, so it is left out where only a part of the attacks is made. */
  readonly isLong?: true;
  /** Gives what was answered, where there are answers of HTTP. */
  run(attacked: AttackedServer): Promise<readonly Answer[]>;
}

export const fill = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Sends JSON, or text that claims to be some, as somebody. */
export async function call(
  { send, bearers }: AttackedServer,
  caller: Caller,
  method: string,
  url: string,
  body?: unknown,
): Promise<Answer> {
  const bearer = await bearers.of(caller);
  return send({
    method,
    url: `/api/v1${url}`,
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
}
