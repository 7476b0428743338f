import { type Base, defineModule } from '../../../composition/module.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { quickReadingWorks } from './engine/index.ts';
import { createMjmlService } from './layout/mjml-service.ts';
import { createTexts } from './texts.ts';

export const textsModule = defineModule({
  name: 'messaging/texts',
  create: ({ logger, kinds, workers }: Base<'logger' | 'kinds' | 'workers'>) => {
    tellHowTextsAreRead(logger, quickReadingWorks());
    return {
      texts: createTexts({
        kinds,
        onBroken: ({ id, kind, channel, locale }, error) =>
          logger.error({ err: error, template_id: id, kind, channel, locale }, 'a template cannot be used'),
      }),
      mjml: createMjmlService(workers),
    };
  },
});

/** Nothing is wrong in what is said then, but it costs several times as much. */
export function tellHowTextsAreRead(logger: Pick<Logger, 'warn'>, isQuick: boolean): void {
  if (!isQuick)
    logger.warn(
      { event: 'texts_read_slowly' },
      'this version of liquidjs is unknown, so texts are filled in slowly',
    );
}
