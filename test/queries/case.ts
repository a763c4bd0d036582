import type { Row } from './archive-engine';
import type { TrailEvent } from './trail-event';

/** A question with events that answer it, events that come close and must not, and the answer. */
export interface QueryCase {
  readonly id: string;
  readonly events: readonly TrailEvent[];
  readonly nearMisses: Readonly<Record<string, TrailEvent>>;
  readonly rows: readonly Row[];
}
