/**
 * A process of its own that reads a source by its schedule, for whoever kills it meanwhile. Its arguments are the address of
 * the database, of the server that stands in for the boards, the id of the source, and what time it is.
 */
import { pino } from 'pino';
import { openDatabase } from '../../platform/db/index.ts';
import { FakeClock } from '../clock.ts';
import { createSourceBench } from './bench.ts';
import { boardsClient } from './boards.ts';

const [url = '', origin = '', sourceId = '', now] = process.argv.slice(2);
const database = await openDatabase({ kind: 'postgres', url, poolSize: 2 }, pino({ level: 'silent' }));
const bench = createSourceBench(database, new FakeClock(now), { httpClient: boardsClient(origin) });
await bench.sources.runScheduled(sourceId);
