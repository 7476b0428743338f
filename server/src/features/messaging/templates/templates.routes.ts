import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { TemplatePreviews } from './previews.ts';
import type { Templates } from './templates.ts';

/** All of them are for operators: the contract says so, and the edge refuses others. */
export function templateRoutes(dependencies: {
  readonly database: Database;
  readonly templates: Templates;
  readonly templatePreviews: TemplatePreviews;
}): Route[] {
  const { database, templates, templatePreviews } = dependencies;
  return [
    route(api.templates.list, async () => ({ items: await templates.list(database.query) })),
    route(api.templates.samples, async () => ({ items: templates.samples() })),
    route(api.templates.read, ({ params }) => templates.read(database.query, params)),
    route(api.templates.readVersion, ({ params: { version, ...slot } }) =>
      templates.readVersion(database.query, slot, version),
    ),
    route(api.templates.saveDraft, ({ viewer, params, body }) =>
      templates.saveDraft(params, viewer.userId, body),
    ),
    route(api.templates.discardDraft, ({ params }) =>
      database.transaction((tx) => templates.discardDraft(tx, params)),
    ),
    route(api.templates.publish, ({ params, body }) => templates.publish(params, body.revision)),
    route(api.templates.restore, ({ viewer, params: { version, ...slot } }) =>
      templates.restore(slot, viewer.userId, version),
    ),
    route(api.templates.withdraw, ({ params }) =>
      database.transaction((tx) => templates.withdraw(tx, params)),
    ),
    route(api.templates.check, async ({ params, body }) => ({
      problems: [...(await templates.check(params, body.content))],
    })),
    route(api.templates.preview, ({ viewer, params, body }) =>
      templatePreviews.preview(database.query, viewer.userId, params, body),
    ),
    route(api.templates.sendTest, ({ viewer, params, body }) =>
      templatePreviews.sendTest(database.query, viewer.userId, params, body),
    ),
  ];
}
