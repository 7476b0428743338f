export type { RunProgress } from './runs.ts';
export {
  createSources,
  feedLimits,
  type Ingested,
  type IngestRequest,
  type Sources,
  type SourcesDependencies,
  type SourceWork,
} from './sources.ts';
