import type { DigestItem as Item } from '@rolecall/contract';
import type { ReactNode } from 'react';
import { KindIcon } from '../../components/notifications/kind-icon.tsx';
import { PathLink } from '../../components/path-link.tsx';

interface DigestItemProps {
  readonly item: Item;
  /** What else is to be said of it. */
  readonly children?: ReactNode;
}

/** Something that a digest tells of, in a list. */
export const DigestItem = ({ item, children }: DigestItemProps) => (
  <li className="flex gap-3 px-4 py-3.5 sm:px-5" data-testid="digest-item">
    <KindIcon kind={item.kind} />
    <div className="min-w-0 flex-1">
      <p className="text-sm leading-snug font-medium break-words">
        {item.action === null ? (
          item.title
        ) : (
          <PathLink path={item.action.path} className="hover:underline">
            {item.title}
          </PathLink>
        )}
      </p>
      <p className="mt-0.5 text-sm leading-snug break-words text-muted">{item.message}</p>
      {children}
    </div>
  </li>
);
