import { type Source, type SourceTrialInput, sourceInputSchema } from '@rolecall/contract';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Sources } from './sources.ts';

/** For the command line, which names sources by what people call them. */
const pageSize = 100;

/** Every source, the newest first. */
export async function listAllSources(sources: Pick<Sources, 'list'>): Promise<readonly Source[]> {
  const all: Source[] = [];
  let cursor: string | undefined;
  do {
    const page = await sources.list({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) });
    all.push(...page.items);
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** The source of this id, or the only one of this name. @throws {ApplicationError} `not_found` */
export async function findSourceByWord(sources: Pick<Sources, 'list'>, word: string): Promise<Source> {
  const wanted = word.trim().toLowerCase();
  const named = (await listAllSources(sources)).filter(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted,
  );
  const [source] = named;
  if (source === undefined)
    throw new ApplicationError('not_found', { detail: `There is no source ${word}.` });
  if (named.length > 1) {
    const ids = named.map(({ id }) => id).join(', ');
    throw new ApplicationError('not_found', { detail: `Several sources have this name: ${ids}.` });
  }
  return source;
}

/** Adds what a trial of a text finds. @throws {ApplicationError} `source_unreadable` with all that was tried, `source_exists` */
export async function addFound(
  sources: Pick<Sources, 'tryOut' | 'add' | 'read'>,
  {
    name,
    schedule,
    ...input
  }: SourceTrialInput & { readonly name: string | undefined; readonly schedule: string | undefined },
): Promise<Source> {
  const { source: found, others } = await sources.tryOut(input);
  if (found === null) {
    const tried = others.map(({ kind, address, detail }) => `${kind} ${address}: ${detail}`).join(' ');
    throw new ApplicationError('source_unreadable', { detail: `No source was found. ${tried}` });
  }
  const id = await sources.add(
    sourceInputSchema.parse({
      kind: found.kind,
      address: found.address,
      name: name ?? found.name,
      ...(schedule === undefined ? {} : { schedule }),
    }),
  );
  return sources.read(id);
}
