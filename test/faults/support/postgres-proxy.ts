import type { Socket } from 'node:net';
import { forward, pass, startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

/** Moments in the conversation of a node with PostgreSQL at which the test can step in. */
export type Moment =
  /** A transaction that has written notifications or messages is committed; the node does not know it yet. */
  | { readonly at: 'commit' }
  /** So many rows of an answer to a query that catches somebody up have passed. */
  | { readonly at: 'catch_up'; readonly rows: number };

export interface PostgresProxy extends TcpProxy {
  /** Calls back once, at the next such moment: what follows it never reaches the node. */
  onNext(moment: Moment, listener: () => void): void;
  /** Forgets what `onNext` was told. */
  disarm(): void;
}

const writes = /insert into (?:notifications|topic_messages)\b/i;
const catchUps = /as reader \(user_id, after_seq\)|from "topic_messages"[^;]*"seq" >/i;

/** What a connection does now, from its queries. */
interface Conversation {
  hasWritten: boolean;
  isCatchingUp: boolean;
  rows: number;
}

/** Stands between one node and PostgreSQL, and understands so much of its protocol (version 3) as it needs. */
export async function startPostgresProxy(postgresPort: number): Promise<PostgresProxy> {
  let armed: { readonly moment: Moment; readonly listener: () => void } | undefined;

  /** @returns whether the armed moment is here */
  function isHere(moment: Moment, type: string, body: Buffer, conversation: Conversation): boolean {
    if (moment.at === 'commit') {
      return type === 'C' && conversation.hasWritten && body.toString('latin1').startsWith('COMMIT');
    }
    return type === 'D' && conversation.isCatchingUp && conversation.rows >= moment.rows;
  }

  const proxy = await startTcpProxy({
    targetPort: () => postgresPort,
    onLink({ caller, target }) {
      const conversation: Conversation = { hasWritten: false, isCatchingUp: false, rows: 0 };
      let cut = false;
      // The first message of a connection has no type.
      onMessages(caller, target, true, (type, body) => {
        if (type !== 'Q' && type !== 'P') return true;
        const text = body.toString('latin1');
        if (/^\w*\0?begin\b/i.test(text)) conversation.hasWritten = false;
        if (writes.test(text)) conversation.hasWritten = true;
        conversation.isCatchingUp = catchUps.test(text);
        conversation.rows = 0;
        return true;
      });
      onMessages(target, caller, false, (type, body) => {
        if (type === 'D') conversation.rows += 1;
        if (!cut && armed !== undefined && isHere(armed.moment, type, body, conversation)) {
          cut = true;
          const { listener } = armed;
          armed = undefined;
          listener();
        }
        return !cut;
      });
    },
  });
  return {
    ...proxy,
    onNext(moment, listener) {
      armed = { moment, listener };
    },
    disarm() {
      armed = undefined;
    },
  };
}

/** Sends on whole messages, as long as `look` says yes to them. */
function onMessages(
  from: Socket,
  to: Socket,
  startsWithoutType: boolean,
  look: (type: string, body: Buffer) => boolean,
): void {
  let unread = Buffer.alloc(0);
  let typeLength = startsWithoutType ? 0 : 1;
  pass(from, to, (chunk) => {
    unread = Buffer.concat([unread, chunk]);
    let end = 0;
    while (unread.length - end >= typeLength + 4) {
      const length = typeLength + unread.readUInt32BE(end + typeLength);
      if (unread.length - end < length) break;
      const type = typeLength === 0 ? '' : String.fromCharCode(unread[end] ?? 0);
      const body = unread.subarray(end + typeLength + 4, end + length);
      if (!look(type, body)) break;
      typeLength = 1;
      end += length;
    }
    if (end > 0) forward(from, to, Buffer.from(unread.subarray(0, end)));
    unread = Buffer.from(unread.subarray(end));
  });
}
