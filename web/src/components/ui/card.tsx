import type { ComponentProps, ReactNode } from 'react';
import { cn } from '../../lib/cn.ts';

export const Card = ({ className, ...props }: ComponentProps<'div'>) => (
  <div className={cn('rounded-2xl border border-line bg-surface shadow-raised', className)} {...props} />
);

interface SectionProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled card. */
export const Section = ({ title, description, action, children, className }: SectionProps) => (
  <Card className={cn('p-5 sm:p-6', className)}>
    <div className="mb-4 flex items-start justify-between gap-4">
      <div className="space-y-1">
        <h2 className="text-lg">{title}</h2>
        {description !== undefined && <p className="text-sm text-muted">{description}</p>}
      </div>
      {action}
    </div>
    {children}
  </Card>
);
