import { channelWords, kindNames, kinds, type TemplateState, templateChannels } from '@rolecall/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { GalleryHorizontal } from 'lucide-react';
import { Badge, type Tone } from '../../components/ui/badge.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ErrorState, ListSkeleton } from '../../components/ui/feedback.tsx';
import { Page } from '../../components/ui/page.tsx';
import { kindMessages } from '../../lib/kinds.messages.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { localeLabels } from '../../lib/language-names.ts';
import { templateMessages } from './messages.ts';
import { templateQueries } from './queries.ts';

/** Every text that this instance says, with what is in force of it. */
export function TemplatesPage() {
  const words = useMessages(templateMessages);
  const query = useQuery(templateQueries.all());
  return (
    <Page
      title={words.texts()}
      description={words.texts_about()}
      action={
        <Link
          to="/operator/mail-gallery"
          search={{}}
          className="inline-flex min-h-9 items-center gap-2 text-sm text-accent-ink"
        >
          <GalleryHorizontal className="size-4" aria-hidden />
          {words.gallery()}
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
        <Kinds states={query.data.items} />
      )}
    </Page>
  );
}

const Kinds = ({ states }: { readonly states: readonly TemplateState[] }) => {
  const words = useMessages(templateMessages);
  const names = useMessages(kindMessages);
  const { locale } = useLanguage();
  const byKind = Map.groupBy(states, ({ kind }) => kind);
  return (
    <>
      <p className="mb-4 flex flex-wrap gap-x-4 gap-y-2 text-sm text-muted">
        <span>
          <Badge>{words.as_shipped()}</Badge>
        </span>
        <span>
          <Badge tone="accent">{words.own_words()}</Badge>
        </span>
        <span>
          <Badge tone="warn">{words.draft_waits()}</Badge>
        </span>
      </p>
      <Card className="overflow-hidden">
        <ul className="divide-y divide-line">
          {kindNames.map((kind) => (
            <li key={kind} className="flex flex-wrap items-start gap-x-6 gap-y-3 px-4 py-4 sm:px-5">
              <img
                src={`/notification-images/${kinds[kind].image}.svg`}
                alt=""
                className="size-10 shrink-0"
                loading="lazy"
              />
              <div className="min-w-0 flex-1 basis-56">
                <h2 className="text-base font-medium">{names[kind]()}</h2>
                <p className="text-sm text-muted">{names[`${kind}_about`]()}</p>
              </div>
              <div className="space-y-2">
                {templateChannels.map((channel) => (
                  <Languages
                    key={channel}
                    label={words.of_channel({
                      kind: names[kind](),
                      channel: channelWords[channel](locale).label(),
                    })}
                    channel={channelWords[channel](locale).label()}
                    states={(byKind.get(kind) ?? []).filter((state) => state.channel === channel)}
                  />
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
};

function Languages({
  label,
  channel,
  states,
}: {
  readonly label: string;
  readonly channel: string;
  readonly states: readonly TemplateState[];
}) {
  const words = useMessages(templateMessages);
  const describe = ({ draft_version, published_version }: TemplateState): string => {
    const state =
      published_version === null ? words.as_shipped() : words.in_version({ version: published_version });
    return draft_version === null ? state : words.with_draft({ state });
  };
  return (
    <nav aria-label={label} className="flex items-center gap-2 text-sm">
      <span className="w-14 text-muted">{channel}</span>
      {states.map((state) => (
        <Link
          key={state.locale}
          to="/operator/templates/$kind/$channel/$locale"
          params={{ kind: state.kind, channel: state.channel, locale: state.locale }}
          className="inline-flex min-h-9 items-center rounded-md"
          aria-label={words.language_state({
            language: localeLabels[state.locale],
            state: describe(state),
          })}
        >
          <Badge tone={toneOf(state)} className="min-w-9 justify-center py-1 uppercase">
            {state.locale}
          </Badge>
        </Link>
      ))}
    </nav>
  );
}

function toneOf({ draft_version, published_version }: TemplateState): Tone {
  if (draft_version !== null) return 'warn';
  return published_version === null ? 'neutral' : 'accent';
}
