import {
  channelWords,
  locales,
  type TemplateDetail,
  type TemplateSlot,
  templateSlotSchema,
} from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { Badge } from '../../components/ui/badge.tsx';
import { ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { TabLinks } from '../../components/ui/tabs.tsx';
import { kindMessages } from '../../lib/kinds.messages.ts';
import { useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import { templateMessages } from './messages.ts';
import { templateQueries } from './queries.ts';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateVersions } from './template-versions.tsx';

const route = getRouteApi('/operator/templates/$kind/$channel/$locale');

/** One text: an editor beside what readers would see, and its history. */
export function TemplatePage() {
  const words = useMessages(templateMessages);
  const slot = templateSlotSchema.safeParse(route.useParams());
  return slot.success ? (
    <KnownTemplate slot={slot.data} />
  ) : (
    <ErrorState error={new Error(words.no_such())} />
  );
}

function KnownTemplate({ slot }: { readonly slot: TemplateSlot }) {
  const words = useMessages(templateMessages);
  const query = useQuery({ ...templateQueries.one(slot), refetchOnWindowFocus: false });
  const { kind, channel, locale } = slot;
  const kinds = useMessages(kindMessages);
  const { label: way } = useMessages(channelWords[channel]);
  return (
    <Page
      title={words.page_title({ kind: kinds[kind](), channel: way(), language: localeLabels[locale] })}
      heading={kinds[kind]()}
      description={`${way()} · ${localeLabels[locale]}`}
      action={
        <Link to="/operator/templates" className="inline-flex items-center gap-2 text-sm text-accent-ink">
          <ArrowLeft className="size-4 rtl:-scale-x-100" aria-hidden />
          {words.all_texts()}
        </Link>
      }
    >
      {query.data === undefined ? (
        query.isError ? (
          <ErrorState error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <ListSkeleton />
        )
      ) : (
        <div className="space-y-6">
          <TabLinks
            label={words.language()}
            tabs={locales.map((one) => ({
              label: localeLabels[one],
              link: {
                to: '/operator/templates/$kind/$channel/$locale',
                params: { kind, channel, locale: one },
              },
            }))}
          />
          <InForce template={query.data} />
          <TemplateEditor
            key={`${kind} ${channel} ${locale} ${query.data.draft?.revision ?? 0} ${query.data.published?.version ?? 0}`}
            slot={slot}
            template={query.data}
          />
          <TemplateVersions slot={slot} template={query.data} />
        </div>
      )}
    </Page>
  );
}

const InForce = ({ template: { published, draft } }: { readonly template: TemplateDetail }) => {
  const words = useMessages(templateMessages);
  return (
    <p className="flex flex-wrap items-center gap-2 text-sm">
      <Badge tone={published === null ? 'neutral' : 'accent'}>
        {published === null ? words.read_shipped() : words.read_version({ version: published.version })}
      </Badge>
      {draft !== null && <Badge tone="warn">{words.is_draft({ version: draft.version })}</Badge>}
    </p>
  );
};
