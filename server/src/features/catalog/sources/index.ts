export { addFound, findSourceByWord, listAllSources } from './by-hand.ts';
export { readDemoBoard } from './demo/board.ts';
export { type IngestCommand, type IngestResult, ingest } from './ingest.ts';
export { feedLimits, type Ingested, type IngestRequest } from './ingestion.ts';
export type { RunProgress } from './reading-run.ts';
export { findLastRunIds, findRunsUnderWay } from './runs.store.ts';
export { sourceOf } from './sources.store.ts';
export { createSources, type Sources, type SourcesDependencies } from './sources.ts';
export type { SourceWork } from './work.ts';
