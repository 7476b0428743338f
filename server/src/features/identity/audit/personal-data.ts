import { type InstanceSecret, keptKey } from '../../../platform/secret/index.ts';
import { createKeyedHash } from '../../../platform/tokens/index.ts';
import type { PersonalData } from '../personal-data/index.ts';
import { type AuditPosition, replacePerson, selectEntriesOf } from './audit.store.ts';

const pageSize = 500;

/**
 * What a person did and what was done to the person. Erasing keeps the entries, which others rely on, and puts a
 * pseudonym in the person's place: always the same, so that the log still tells who did the same things, and made with a
 * key of the instance, so that nobody finds the person by it.
 */
export function auditData(secret: InstanceSecret): PersonalData {
  const hash = createKeyedHash([keptKey(secret, 'audit-pseudonym')], 16);
  return {
    name: 'audit_log',
    columns: ['audit_log.actor_id', 'audit_log.subject_id'],
    async *pages(tx, { userId }) {
      let after: AuditPosition | null = null;
      for (;;) {
        const rows = await selectEntriesOf(tx, userId, after, pageSize);
        if (rows.length > 0) {
          yield rows.map(({ id, at, action, subject_type, before, after: then, actor_id, actor_network }) => {
            const isOwn = actor_id === userId;
            const what = { id, at, action, subject_type, before, after: then };
            return isOwn ? { ...what, by: 'you', network: actor_network } : { ...what, by: 'others' };
          });
        }
        const last = rows.at(-1);
        if (last === undefined || rows.length < pageSize) return;
        after = { at: last.at, id: last.id };
      }
    },
    eraseSome: (tx, { userId }) => replacePerson(tx, userId, asUuid(hash.of(userId)), pageSize),
  };
}

/** Sixteen bytes as a UUID of version 8 (RFC 9562, section 5.8): its form, with bits of one's own. */
function asUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  const variant = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant.toString(16)}${hex.slice(18, 20)}`,
    hex.slice(20),
  ];
  return parts.join('-');
}
