/**
 * Runs PGlite in a thread of its own, because in the main thread a busy database leaves no turn to timers and sockets.
 * This is the entry point of that thread; nothing imports it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { messages, PGlite } from '@electric-sql/pglite';
import { byteaType, parseBytes, type WireValue } from '../values.ts';
import type { Request, Response, WireError, WireResult, WorkerOptions } from './protocol.ts';

type Port = NonNullable<typeof parentPort>;

async function open(options: WorkerOptions): Promise<PGlite> {
  const pglite = await PGlite.create({
    ...(options.folder === undefined ? {} : { dataDir: options.folder }),
    ...(options.snapshot ? { loadDataDir: new Blob([new Uint8Array(options.snapshot)]) } : {}),
  });
  // Values pass in text form, to be read and written by the same code as PostgreSQL's.
  for (const type of Object.keys(pglite.parsers)) pglite.parsers[Number(type)] = (text: string) => text;
  for (const type of Object.keys(pglite.serializers)) {
    pglite.serializers[Number(type)] = (value: string) => value;
  }
  pglite.parsers[byteaType] = parseBytes;
  await pglite.exec(`set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'`);
  return pglite;
}

async function run(pglite: PGlite, text: string, parameters: readonly WireValue[]): Promise<WireResult[]> {
  const options = { rowMode: 'array' } as const;
  // As with `pg`: without parameters the simple protocol, which takes several statements.
  const results =
    parameters.length === 0
      ? await pglite.exec(text, options)
      : [await pglite.query<WireValue[]>(text, [...parameters], options)];
  return results.map((result) => ({
    columns: result.fields.map((field) => ({ name: field.name, type: field.dataTypeID })),
    rows: result.rows.map((row) => Object.values<WireValue>(row)),
    command: result.command ?? '',
    rowCount: result.rowCount ?? 0,
  }));
}

async function answer(pglite: PGlite, request: Request): Promise<Response> {
  const { id } = request;
  try {
    if (request.kind === 'run') {
      return { kind: 'result', id, results: await run(pglite, request.text, request.parameters) };
    }
    if (request.kind === 'dump') {
      const dump = await pglite.dumpDataDir('none');
      return { kind: 'dumped', id, snapshot: new Uint8Array(await dump.arrayBuffer()) };
    }
    await pglite.close();
    return { kind: 'closed', id };
  } catch (error) {
    return { kind: 'failed', id, error: toWireError(error) };
  }
}

function toWireError(error: unknown): WireError {
  const fromDatabase = error instanceof messages.DatabaseError;
  const fields = fromDatabase ? error : undefined;
  return {
    message: error instanceof Error ? error.message : String(error),
    fromDatabase,
    code: fields?.code,
    severity: fields?.severity,
    detail: fields?.detail,
    hint: fields?.hint,
    position: fields?.position,
    where: fields?.where,
    schema: fields?.schema,
    table: fields?.table,
    column: fields?.column,
    constraint: fields?.constraint,
  };
}

async function serve(port: Port, options: WorkerOptions): Promise<void> {
  const send = (response: Response): void => port.postMessage(response);
  try {
    const pglite = await open(options);
    port.on('message', (request: Request) => {
      void answer(pglite, request).then(send);
    });
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'unopened', reason: error instanceof Error ? error.message : String(error) });
  }
}

if (parentPort) await serve(parentPort, workerData);
