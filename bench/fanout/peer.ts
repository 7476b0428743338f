import { spawnSync } from 'node:child_process';
import { createEmptyPostgres } from '../../server/src/testing/database.ts';

/** People that the peer tells in a second: one by one as it is described, and in bulk. */
export interface PeerFanOut {
  readonly row: number;
  readonly bulk: number;
}

/**
 * Runs a peer on the same PostgreSQL: a Python program that takes `fanout COUNT` and the database in `PEER_DB`, and
 * prints its figures as JSON.
 * @throws when it fails, with what it said
 */
export async function measurePeer(program: string, people: number): Promise<PeerFanOut> {
  const { url, drop } = await createEmptyPostgres();
  try {
    const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [program, 'fanout', String(people)], {
      env: { ...process.env, PEER_DB: url },
      encoding: 'utf8',
      timeout: 300_000,
    });
    if (status !== 0) throw new Error(`The peer failed: ${stderr.slice(-2_000)}`);
    const figures: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    return { row: figureOf(figures, 'row'), bulk: figureOf(figures, 'bulk') };
  } finally {
    await drop();
  }
}

function figureOf(figures: unknown, name: string): number {
  const value: unknown =
    typeof figures === 'object' && figures !== null ? Reflect.get(figures, name) : undefined;
  if (typeof value !== 'number') throw new Error(`The peer gave no figure ${name}`);
  return value;
}
