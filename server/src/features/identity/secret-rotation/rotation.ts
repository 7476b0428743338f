import type { Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { InstanceSecret, SealedRows } from '../../../platform/secret/index.ts';

/** Where sealing anew has come to. */
export interface RotationStep {
  /** Which of the lists of rows. */
  readonly part: number;
  /** The row that was the last one; null: the list begins. */
  readonly after: string | null;
}

/** Seals with the secret of now what the ones before have sealed, a bounded number of rows at a time. */
export interface Rotation {
  /** @returns the next step; null: all has been looked at */
  run(tx: Tx, step: RotationStep): Promise<RotationStep | null>;
}

const rowsAtOnce = 200;

export function createRotation(dependencies: {
  readonly sealed: readonly SealedRows[];
  readonly secret: InstanceSecret;
  readonly logger: Logger;
}): Rotation {
  const { sealed, secret, logger } = dependencies;
  return {
    async run(tx, { part, after }) {
      const rows = sealed[part];
      if (rows === undefined) return null;
      const { last, old, lost } = await rows.reseal(tx, secret, { after, limit: rowsAtOnce, writes: true });
      if (old > 0) logger.info({ rows: rows.name, count: old }, 'sealed anew with the secret of now');
      if (lost > 0) logger.warn({ rows: rows.name, count: lost }, 'no secret that is given opens these');
      if (last !== null) return { part, after: last };
      return part + 1 < sealed.length ? { part: part + 1, after: null } : null;
    },
  };
}
