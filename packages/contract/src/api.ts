import * as crossKindFeatures from './cross-kind-features.ts';
import * as features from './features.ts';
import { collectEndpoints } from './fold.ts';

/** Every operation of the REST interface. The server mounts it, the client calls it, OpenAPI describes it. */
export const api = collectEndpoints({ ...features, ...crossKindFeatures });
