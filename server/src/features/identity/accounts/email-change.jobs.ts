import { idSchema } from '@rolecall/contract';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import { findKnownAddresses, findRecipients } from '../people/index.ts';
import type { ChangeMailer, WrittenChangeMail } from './dependencies.ts';
import { selectChange } from './email-change.store.ts';
import type { ChangeTokens } from './email-change-tokens.ts';

/** Mails what a change of address needs. It carries no link: that is made when it is sent. */
export const emailChangeMailTask = defineTask({
  name: 'identity.email-change-mail',
  payload: z.object({ change_id: idSchema, mail: z.enum(['confirm', 'requested', 'confirmed']) }),
  expireInSeconds: 120,
});

export interface ChangeMailDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly tokens: ChangeTokens;
  /** Null: there is no mail server. */
  readonly mailer: ChangeMailer | null;
}

/** Registers the worker; before the queue starts. A mail that is sent twice has the same link and the same Message-ID. */
export function workOnChangeMails(queue: Queue, dependencies: ChangeMailDependencies): void {
  queue.work(emailChangeMailTask, async (tasks) => {
    for (const { data } of tasks) {
      const mail = await writeMail(data, dependencies);
      if (mail === null || dependencies.mailer === null) continue;
      if ((await dependencies.mailer(mail)) === 'later') {
        throw new Error('a mail about a change of address could not be sent now');
      }
    }
  });
}

/** Null: it is of no use any more, or would tell somebody of an account that is not theirs. */
async function writeMail(
  { change_id: changeId, mail }: z.output<typeof emailChangeMailTask.payload>,
  { database, clock, tokens }: ChangeMailDependencies,
): Promise<WrittenChangeMail | null> {
  const change = await selectChange(database.query, changeId);
  if (change === undefined || change.ended_at !== null) return null;
  const [person] = await findRecipients(database.query, [change.user_id]);
  if (person === undefined || person.is_disabled) return null;
  const { locale, time_zone: timeZone } = person;
  const about = { mail, locale, timeZone, newAddress: change.new_email };
  if (mail !== 'confirm') {
    const token = tokens.write(changeId, 'undo');
    return { ...about, address: change.old_email, token, until: change.undo_until };
  }
  if (change.confirmed_at !== null || change.expires_at <= clock.now()) return null;
  if ((await findKnownAddresses(database.query, [change.new_email])).size > 0) return null;
  const token = tokens.write(changeId, 'confirm');
  return { ...about, address: change.new_email, token, until: change.expires_at };
}
