import type { Finding } from '../edges/cli/actions.ts';
import type { Tx } from '../platform/db/index.ts';
import { readSecretUse, type SealedRows, type SecretTexts } from '../platform/secret/index.ts';

const rowsAtOnce = 1_000;
const day = 86_400_000;
/** For how long links of mails that are out there should go on working: sessions unused for 30 days have ended by then, too. */
export const linksHoldFor = 60 * day;

/** Whether anything still needs a secret of before. It changes nothing, and asks no more of the database than rows by their keys. */
export async function examineSecret(
  tx: Tx,
  sealed: readonly SealedRows[],
  texts: SecretTexts,
  now: Date,
): Promise<Finding> {
  const { old, lost } = await count(tx, sealed, texts);
  if (lost.length > 0) {
    return warning(
      `no given secret opens ${lost.join(', ')}: add the one they were sealed with to ROLECALL_SECRET_PREVIOUS, or they stay lost`,
    );
  }
  if (texts.previous.length === 0) return ok('nothing that is stored needs another one');
  const use = await readSecretUse(tx, texts);
  if (use === undefined) return ok('no process has been started with it yet: keep ROLECALL_SECRET_PREVIOUS');
  if (old.length > 0) {
    return ok(
      `an old one still seals ${old.join(', ')}: keep ROLECALL_SECRET_PREVIOUS while a running process seals them anew`,
    );
  }
  const until = new Date(use.since.getTime() + linksHoldFor);
  const since = use.since.toISOString().slice(0, 10);
  if (now < until) {
    return ok(
      `in use since ${since}; nothing stored needs an old one, but links of mails of before do: keep ROLECALL_SECRET_PREVIOUS ` +
        `until ${until.toISOString().slice(0, 10)}`,
    );
  }
  return warning(
    `in use since ${since}, and nothing needs an old one any more: take it out of ROLECALL_SECRET_PREVIOUS`,
  );
}

const ok = (detail: string): Finding => ({ part: 'secret', state: 'ok', detail });
const warning = (detail: string): Finding => ({ part: 'secret', state: 'warning', detail });

/** What is not sealed with the secret of now, each as 'keys for web push (3)'. */
async function count(tx: Tx, sealed: readonly SealedRows[], texts: SecretTexts) {
  const secret = { ...texts, kept: new Map() };
  const found = { old: [] as string[], lost: [] as string[] };
  for (const rows of sealed) {
    let [old, lost, after]: [number, number, string | null] = [0, 0, null];
    do {
      const page = await rows.reseal(tx, secret, { after, limit: rowsAtOnce, writes: false });
      old += page.old;
      lost += page.lost;
      after = page.last;
    } while (after !== null);
    if (old > 0) found.old.push(`${rows.name} (${old})`);
    if (lost > 0) found.lost.push(`${rows.name} (${lost})`);
  }
  return found;
}
