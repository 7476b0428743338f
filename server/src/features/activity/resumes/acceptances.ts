import {
  type AcceptanceInput,
  type ProfileUpdate,
  profileUpdateSchema,
  type ResumeAcceptance,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { Profiles } from '../../identity/profiles/index.ts';
import {
  type AcceptanceRow,
  insertAcceptance,
  selectAcceptances,
  takeAcceptance,
} from './acceptances.store.ts';
import { isListField, proposalsOf } from './proposals.ts';
import type { StoredReading } from './stored-reading.ts';

/** What a person takes of a résumé into the profile. A proposal is nothing until then. */
export interface Acceptances {
  /** @throws {ApplicationError} `invalid_request` for what the résumé does not propose */
  accept(
    tx: Tx,
    viewer: Viewer,
    of: { resumeId: string; reading: StoredReading },
    input: AcceptanceInput,
  ): Promise<ResumeAcceptance>;
  /** @throws {ApplicationError} `not_found`, `acceptance_outdated` */
  takeBack(tx: Tx, viewer: Viewer, acceptanceId: string): Promise<void>;
  list(tx: Tx, viewer: Viewer, resumeId: string): Promise<ResumeAcceptance[]>;
}

const mostListed = 100;
const valuesSchema = z.array(z.string());
const listSchema = z.array(z.string());

export function createAcceptances({
  clock,
  profiles,
}: {
  readonly clock: Clock;
  readonly profiles: Pick<Profiles, 'read' | 'update'>;
}): Acceptances {
  return {
    async accept(tx, viewer, { resumeId, reading }, { field, values }) {
      const profile = await profiles.read(tx, viewer.userId);
      const proposed = proposalsOf(reading, profile).filter((one) => one.field === field);
      const isProposed = values.every((value) => proposed.some((one) => one.value === value));
      if (!isProposed || (!isListField(field) && values.length > 1)) {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'values', message: 'must be proposed by the résumé' }],
        });
      }
      const before = profile[field];
      const [first = ''] = values;
      const after = isListField(field) ? [...new Set([...profile[field], ...values])] : first;
      const change = profileUpdateSchema.safeParse({ [field]: after });
      if (!change.success) {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'values', message: 'the profile has no room for them' }],
        });
      }
      const row: AcceptanceRow = {
        ...{ id: uuidv7(), field, accepted: values, before, after: change.data[field] },
        accepted_at: clock.now(),
      };
      await profiles.update(tx, viewer.userId, change.data);
      await insertAcceptance(tx, {
        ...{ id: row.id, user_id: viewer.userId, resume_id: resumeId, field, accepted_at: row.accepted_at },
        accepted: JSON.stringify(row.accepted),
        before: JSON.stringify(row.before),
        after: JSON.stringify(row.after),
      });
      return toAcceptance(row);
    },

    async takeBack(tx, viewer, acceptanceId) {
      const row = await takeAcceptance(tx, acceptanceId, viewer.userId);
      if (row === undefined) throw new ApplicationError('not_found');
      const profile = await profiles.read(tx, viewer.userId);
      await profiles.update(tx, viewer.userId, undoneBy(row, profile[row.field]));
    },

    async list(tx, viewer, resumeId) {
      const rows = await selectAcceptances(tx, { userId: viewer.userId, resumeId, limit: mostListed });
      return rows.map(toAcceptance);
    },
  };
}

/** Of a list the values go that were added, whatever has come to it since; a text comes back if nobody has changed it. */
function undoneBy(
  { field, before, after, accepted }: AcceptanceRow,
  now: string | readonly string[],
): ProfileUpdate {
  if (isListField(field)) {
    const [had, added] = [listSchema.parse(before), valuesSchema.parse(accepted)];
    const kept = listSchema.parse(now).filter((value) => had.includes(value) || !added.includes(value));
    return profileUpdateSchema.parse({ [field]: kept });
  }
  if (now !== after) throw new ApplicationError('acceptance_outdated');
  return profileUpdateSchema.parse({ [field]: before });
}

const toAcceptance = ({ id, field, accepted, accepted_at }: AcceptanceRow): ResumeAcceptance => ({
  id,
  field,
  values: valuesSchema.parse(accepted),
  accepted_at: accepted_at.toISOString(),
});
