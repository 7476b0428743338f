import { defineSettings, documentation, flag } from '../../../platform/config/index.ts';

export const publicPageSettings = defineSettings({
  variables: {
    ROLECALL_SEARCH_ENGINES: flag()
      .default(true)
      .register(documentation, {
        description:
          'Whether search engines may list the jobs of this instance: `robots.txt`, the sitemap and what pages tell them. ' +
          '`false` for a private instance, whose links still open.',
      }),
  },
  read: (values) => ({ searchEngines: values.ROLECALL_SEARCH_ENGINES }),
});
