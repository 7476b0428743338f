import type { ReactNode } from 'react';
import { formatCount } from '../../lib/format.ts';
import { useLanguage } from '../../lib/language.tsx';
import { Card } from '../ui/card.tsx';

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly children?: ReactNode;
}

/** One number of this instance, with a word about it. */
export const Figure = ({ label, value, children }: FigureProps) => {
  const { formatLocale } = useLanguage();
  return (
    <Card className="p-4 sm:p-5">
      <p className="text-sm text-muted">{label}</p>
      <p className="mt-1 text-3xl font-semibold tracking-tight tabular-nums">
        {formatCount(value, formatLocale)}
      </p>
      {children !== undefined && <p className="mt-1 text-xs text-muted">{children}</p>}
    </Card>
  );
};
