import type { Finding } from '../finding';
import { assemblyPack } from '../run-checks';

/** Findings that say the same about the same line of code: one construct in many accounts, or one policy with many wildcards. */
export interface FindingGroup {
  /** Counted from 1, in the order of importance; the report's anchors and the summary use it. */
  readonly number: number;
  readonly first: Finding;
  readonly findings: readonly Finding[];
}

/** Groups findings that have the same words, state and place in the code, in the order of their first member. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = [ruleOf(finding), finding.state, finding.location ?? '', wordsThatTellApart(finding)].join('\n');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((members, index) => ({
    number: index + 1,
    first: members[0] as Finding,
    findings: members,
  }));
}

/** The checks of the assembly name stack and resource in their words; the same line of code makes the same mistake in every stack. */
function wordsThatTellApart({ pack, location, title }: Finding): string {
  return pack === assemblyPack && location !== undefined ? '' : title.en;
}

/** The groups of what nobody accepted. */
export function openGroups({ findings }: { readonly findings: readonly Finding[] }): FindingGroup[] {
  return groupFindings(findings.filter(({ waiver }) => waiver === undefined));
}

/** The id without its granular part. */
export function ruleOf({ check, detail }: Finding): string {
  return detail === undefined ? check : check.replace(/\[.*$/s, '');
}

/** What a reader looks for: `assistant-bedrock/Converse/Role (444455556666, ap-northeast-1)`. */
export function whereOf({ path, stack, logicalId, account, region }: Finding): string {
  const thing = path ?? (logicalId === undefined ? stack : `${stack ?? ''}/${logicalId}`) ?? '(organization)';
  return account === undefined ? thing : `${thing} (${account}, ${region ?? ''})`;
}
