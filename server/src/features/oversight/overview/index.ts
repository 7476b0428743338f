export { createOverview, type OverviewDependencies, type OverviewReader } from './overview.ts';
