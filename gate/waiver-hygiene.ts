import type { RecordedAcknowledgement } from './assembly-metadata';
import type { Finding } from './finding';
import type { HygieneProblem, WaiverSummary } from './gate-report';
import type { AcknowledgedFinding } from './read-findings';
import { type Day, daysBetween, noticeDays } from './waiver-life';
import type { Waiver } from './waivers';

/** Whether a waiver counts on a day. On the day it expires it does not. */
export function isLive({ expires }: Pick<Waiver, 'expires'>, today: Day): boolean {
  return daysBetween(today, expires) > 0;
}

/** The waivers with how many findings each accepts. */
export function summarizeWaivers(
  waivers: readonly Waiver[],
  matches: ReadonlyMap<string, number>,
  today: Day,
): WaiverSummary[] {
  return waivers.map(({ names: _names, maxMatches: _maxMatches, optional: _optional, ...waiver }) => ({
    ...waiver,
    status: statusOf(waiver, today),
    matches: matches.get(waiver.id) ?? 0,
  }));
}

function statusOf(waiver: Pick<Waiver, 'expires'>, today: Day): WaiverSummary['status'] {
  if (!isLive(waiver, today)) return 'expired';
  return daysBetween(today, waiver.expires) <= noticeDays ? 'expiring' : 'live';
}

/** What is wrong with the waivers themselves. An unmatched waiver blocks only when asked for (`strict`). */
export function waiverProblems(
  waivers: readonly Waiver[],
  matches: ReadonlyMap<string, number>,
  { today, strict }: { readonly today: Day; readonly strict: boolean },
): HygieneProblem[] {
  return waivers.flatMap((waiver): HygieneProblem[] => {
    const { id, place, owner, expires, maxMatches, optional } = waiver;
    const count = matches.get(id) ?? 0;
    if (!isLive(waiver, today)) {
      const message = {
        en: `${id} expired on ${expires}; its findings count again. ${owner}: repair them, or look again and renew it`,
        ja: `${id} は ${expires} に期限切れとなり、指摘が再び有効になりました。${owner} は修正するか、見直して更新してください`,
      };
      return [{ kind: 'expired', blocking: true, place, message }];
    }
    const problems: HygieneProblem[] = [];
    if (daysBetween(today, expires) <= noticeDays) {
      const days = daysBetween(today, expires);
      problems.push({
        kind: 'expiring',
        blocking: false,
        place,
        message: {
          en: `${id} expires in ${days} ${days === 1 ? 'day' : 'days'}, on ${expires} (${owner})`,
          ja: `${id} はあと ${days} 日、${expires} に期限が切れます（${owner}）`,
        },
      });
    }
    if (count === 0 && !optional) {
      problems.push({
        kind: 'unmatched',
        blocking: strict,
        place,
        message: { en: `${id} accepts nothing; remove it`, ja: `${id} に当てはまる指摘がありません。削除してください` },
      });
    }
    if (maxMatches !== undefined && count > maxMatches) {
      problems.push({
        kind: 'too-many-matches',
        blocking: true,
        place,
        message: {
          en: `${id} was written for ${maxMatches} findings and accepts ${count}; look at the new ones and correct maxMatches`,
          ja: `${id} は ${maxMatches} 件のために書かれましたが ${count} 件に当てはまります。増えた分を確認し、maxMatches を直してください`,
        },
      });
    }
    return problems;
  });
}

/**
 * Acknowledgements that nobody answers for. Each must carry the id of a live waiver that names what is acknowledged; a bare rule id
 * hides its finding from every report, so it has no excuse at all.
 */
export function acknowledgementProblems(
  recorded: readonly RecordedAcknowledgement[],
  acknowledged: readonly AcknowledgedFinding[],
  hidden: readonly Finding[],
  waivers: readonly Waiver[],
  today: Day,
): HygieneProblem[] {
  const live = new Map(waivers.filter((waiver) => isLive(waiver, today)).map((waiver) => [waiver.id, waiver]));
  const waiverOf = (reason: string) => live.get(/^\[(W-\d{4})\]/.exec(reason)?.[1] ?? '');
  const inCode = recorded.filter(
    ({ rule, stack, path, reason }) =>
      waiverOf(reason)?.names({ rule, stack, path }) !== true &&
      !isNamedBelow(waiverOf(reason), rule, path, acknowledged),
  );
  const inReport = acknowledged.filter(
    ({ finding, reason, acknowledgedAt, acknowledgedId }) =>
      waiverOf(reason)?.names({ ...finding, rule: finding.check }) !== true &&
      !inCode.some(({ rule, path }) => rule === acknowledgedId && path === acknowledgedAt),
  );
  return [
    ...inCode.map(({ rule, path, location }) => withoutWaiver(path, rule, location)),
    ...inReport.map(({ acknowledgedId, acknowledgedAt, finding }) =>
      withoutWaiver(acknowledgedAt, acknowledgedId, finding.location),
    ),
    ...hidden.map(
      ({ check, path = '(app)' }): HygieneProblem => ({
        kind: 'hidden-finding',
        blocking: true,
        place: path,
        message: {
          en: `${path} fails ${check}, and the validation report does not show it: a bare acknowledgement swallowed it`,
          ja: `${path} は ${check} に反していますが、検証レポートに現れません。名前空間のない承認が隠しています`,
        },
      }),
    ),
  ];
}

/** An acknowledgement on a construct covers what is below it; the waiver may name the resource itself. */
function isNamedBelow(
  waiver: Waiver | undefined,
  rule: string,
  path: string,
  acknowledged: readonly AcknowledgedFinding[],
): boolean {
  const covered = acknowledged.filter(
    ({ acknowledgedId, acknowledgedAt }) => acknowledgedId === rule && acknowledgedAt === path,
  );
  return (
    waiver !== undefined &&
    covered.length > 0 &&
    covered.every(({ finding }) => waiver.names({ ...finding, rule: finding.check }))
  );
}

function withoutWaiver(path: string, rule: string, location: string | undefined): HygieneProblem {
  const id = rule.replace(/^Annotation::/, '');
  const at = location === undefined ? '' : ` (${location})`;
  return {
    kind: 'acknowledged-without-waiver',
    blocking: true,
    place: path,
    message: {
      en: `${path} acknowledges ${id}${at} without a live waiver; write one in waivers.yaml and remove the call`,
      ja: `${path} が有効な免除なしに ${id} を承認しています${at}。waivers.yaml に免除を書き、呼び出しを削除してください`,
    },
  };
}
