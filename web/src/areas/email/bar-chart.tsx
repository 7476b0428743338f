import { useId } from 'react';
import { Card } from '../../components/ui/card.tsx';
import { cn } from '../../lib/cn.ts';
import { formatCount } from '../../lib/format.ts';
import { useLanguage, useMessages } from '../../lib/language.tsx';
import { emailMessages } from './messages.ts';

export interface Series {
  readonly label: string;
  readonly tone: 'accent' | 'signal' | 'info';
  readonly values: readonly number[];
}

interface BarChartProps {
  readonly title: string;
  /** What stands on top comes last. */
  readonly series: readonly Series[];
  /** When each bar begins, in words. */
  readonly labels: readonly string[];
}

const fills = { accent: 'fill-accent', signal: 'fill-signal', info: 'fill-info-ink' } as const;
const swatches = { accent: 'bg-accent', signal: 'bg-signal', info: 'bg-info-ink' } as const;

const height = 120;
const width = 600;

/** Bars over time, one on top of the other, with the same as a table for whoever does not see them. */
export function BarChart({ title, series, labels }: BarChartProps) {
  const { formatLocale } = useLanguage();
  const words = useMessages(emailMessages);
  const titleId = useId();
  const tableTitle = words.title_as_table({ title });
  const totals = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const highest = Math.max(1, ...totals);
  const step = width / Math.max(1, labels.length);
  const count = (value: number) => formatCount(value, formatLocale);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return (
    <Card className="min-w-0 p-4 sm:p-5">
      <figure aria-labelledby={titleId}>
        <figcaption className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <span id={titleId} className="font-semibold">
            {title}
          </span>
          <span className="flex flex-wrap gap-x-4 text-xs text-muted">
            {series.map(({ label, tone, values }) => (
              <span key={label} className="inline-flex items-center gap-1.5">
                <span className={cn('size-2.5 rounded-sm', swatches[tone])} aria-hidden />
                {label} {count(sum(values))}
              </span>
            ))}
          </span>
        </figcaption>
        <div className="flex gap-2">
          <span className="w-8 shrink-0 text-end text-xs text-muted tabular-nums" aria-hidden>
            {count(highest)}
          </span>
          <svg
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            className="h-32 min-w-0 flex-1 border-b border-line-strong"
            aria-hidden
          >
            <title>{title}</title>
            <line x1="0" x2={width} y1="0.5" y2="0.5" className="stroke-line" />
            {labels.map((label, index) => {
              let top = height;
              return (
                <g key={label}>
                  {series.map(({ label: name, tone, values }) => {
                    const size = ((values[index] ?? 0) / highest) * (height - 4);
                    top -= size;
                    return (
                      <rect
                        key={name}
                        x={index * step + step * 0.12}
                        y={top}
                        width={step * 0.76}
                        height={size}
                        className={fills[tone]}
                      >
                        <title>
                          {words.bar({ time: label, count: count(values[index] ?? 0), what: name })}
                        </title>
                      </rect>
                    );
                  })}
                </g>
              );
            })}
          </svg>
        </div>
        <p className="mt-1 flex justify-between ps-10 text-xs text-muted" aria-hidden>
          <span>{labels[0]}</span>
          <span>{labels.length > 1 && labels.at(-1)}</span>
        </p>
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer text-xs text-muted">{words.as_table()}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
          <section className="mt-2 max-h-64 overflow-auto" aria-label={tableTitle} tabIndex={0}>
            <table className="w-full text-start text-xs tabular-nums">
              <thead className="text-muted">
                <tr>
                  <th scope="col" className="py-1 pe-3 font-medium">
                    {words.from()}
                  </th>
                  {series.map(({ label }) => (
                    <th key={label} scope="col" className="py-1 pe-3 text-end font-medium">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {labels.map((label, index) => (
                  <tr key={label} className="border-t border-line">
                    <th scope="row" className="py-1 pe-3 font-normal">
                      {label}
                    </th>
                    {series.map(({ label: name, values }) => (
                      <td key={name} className="py-1 pe-3 text-end">
                        {count(values[index] ?? 0)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      </figure>
    </Card>
  );
}
