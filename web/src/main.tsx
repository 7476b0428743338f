import { config } from 'zod';
import './styles.css';

// zod would compile its schemas with `new Function`, which the content security policy forbids. It decides when a
// schema is made, so this has to come before any module that makes one: all others are imported after it.
config({ jitless: true });
await import('./start.tsx');
