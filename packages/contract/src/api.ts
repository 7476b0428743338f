import * as crossKindFeatures from './cross-kind-features.ts';
import * as features from './features.ts';
import { collectEndpoints } from './fold.ts';

/** Every operation of the REST interface. The server mounts it, the client calls it, OpenAPI describes it. */
export const api = collectEndpoints({ ...features, ...crossKindFeatures });

/** What our own client calls: programs of the predecessors bring their own, so it does not carry their calls along. */
export type ClientApi = Omit<typeof api, 'predecessors'>;
