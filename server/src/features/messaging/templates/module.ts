import { type Base, defineModule } from '../../../composition/module.ts';
import type { Recipients } from '../recipients/index.ts';
import type { MjmlService, Texts } from '../texts/index.ts';
import { migrations } from './migrations.ts';
import { templateData } from './personal-data.ts';
import type { TrialMails } from './previews.ts';
import { createTemplatePreviews } from './previews.ts';
import { announcePublished, createTemplateRefresher } from './refresher.ts';
import { templateRoutes } from './templates.routes.ts';
import { createTemplates } from './templates.ts';

type Needs = Base<'database' | 'bus' | 'clock' | 'logger' | 'kinds'> & {
  readonly texts: Texts;
  readonly mjml: MjmlService;
  readonly recipients: Recipients;
  readonly trialMails: TrialMails;
};

export const templatesModule = defineModule({
  name: 'messaging/templates',
  migrations,
  create: ({ bus, trialMails, ...needs }: Needs) => ({
    templates: createTemplates({ ...needs, publishedChanged: announcePublished(bus) }),
    templatePreviews: createTemplatePreviews({ ...needs, mails: trialMails }),
    templateRefresher: createTemplateRefresher({ ...needs, bus }),
  }),
  brings: (parts) => ({
    routes: templateRoutes(parts),
    services: [
      {
        name: 'published templates',
        async start() {
          await parts.templateRefresher.start();
          return () => parts.templateRefresher.stop();
        },
      },
    ],
    personalData: templateData,
  }),
});
