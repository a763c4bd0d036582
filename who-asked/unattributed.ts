import { type Period, queryOf, within } from '../insights/period';
import { unattributedUse } from '../insights/unattributed-use';
import type { LogQuestion, Row } from './ask-logs';
import { CannotAnswer } from './cannot-answer';
import { inParts } from './parts';
import { instantIn } from './timestamp';

/** Calls of a model that say nobody who asked. */
export interface UnattributedUse {
  readonly region: string;
  /** ARN of the role or user; null when the entry of the log has none. */
  readonly identity: string | null;
  readonly model: string | null;
  readonly calls: number;
  /** Milliseconds since 1970. */
  readonly earliest: number;
  readonly latest: number;
}

/** Who used Amazon Bedrock around the assistant, most calls first. Reads no prompt. */
export async function unattributedUseIn(
  place: { readonly region: string; readonly logGroupArn: string },
  period: Period,
  ask: (question: LogQuestion) => Promise<readonly Row[]>,
): Promise<readonly UnattributedUse[]> {
  const { region, logGroupArn } = place;
  const found = new Map<string, UnattributedUse>();
  const parts = inParts(period, (part) =>
    ask({ logGroupArn, period: part, queryString: queryOf([`filter ${within(part)}`, ...unattributedUse]) }),
  );
  for await (const { rows } of parts) {
    for (const row of rows) {
      const use = useIn(row, region);
      const key = JSON.stringify([use.identity, use.model]);
      const known = found.get(key);
      found.set(key, known ? together(known, use) : use);
    }
  }
  return [...found.values()].sort((a, b) => b.calls - a.calls || b.latest - a.latest);
}

function useIn(row: Row, region: string): UnattributedUse {
  const calls = Number(row.get('calls'));
  const [earliest, latest] = [instantIn(row.get('earliest')), instantIn(row.get('latest'))];
  if (!(calls > 0) || earliest === undefined || latest === undefined) {
    throw new CannotAnswer({
      en: `CloudWatch Logs counted calls in a way that is not understood: ${JSON.stringify([...row])}.`,
      ja: `CloudWatch Logs の集計結果を解釈できません: ${JSON.stringify([...row])}。`,
    });
  }
  return {
    region,
    identity: row.get('identity.arn') ?? null,
    model: row.get('modelId') ?? null,
    calls,
    earliest,
    latest,
  };
}

function together(a: UnattributedUse, b: UnattributedUse): UnattributedUse {
  return {
    ...a,
    calls: a.calls + b.calls,
    earliest: Math.min(a.earliest, b.earliest),
    latest: Math.max(a.latest, b.latest),
  };
}
