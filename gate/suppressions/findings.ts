import type { AwsSecurityFindingFilters, SecurityHub, WorkflowStatus } from '@aws-sdk/client-securityhub';
import { everyItem } from '../../settings/every-item';
import { SecurityHubFailed } from './security-hub-failed';
import { criteriaOf, type SuppressedFindings } from './suppression-rule';

/** A finding, as far as it is needed to change its workflow. */
export interface FindingAtHand {
  readonly id: string;
  readonly productArn: string;
  readonly accountId: string;
  readonly resourceIds: readonly string[];
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The findings that are open and that a rule suppresses when AWS judges them next, which takes up to a day. */
export function openFindings(securityHub: SecurityHub, suppressed: SuppressedFindings): Promise<FindingAtHand[]> {
  return findings(securityHub, criteriaOf(suppressed));
}

/** The findings that a rule of ours has suppressed: those with our note. What people have suppressed has another author. */
export function suppressedFindings(
  securityHub: SecurityHub,
  suppressed: SuppressedFindings,
  noteAuthor: string,
): Promise<FindingAtHand[]> {
  return findings(securityHub, {
    ...criteriaOf(suppressed),
    WorkflowStatus: [{ Value: 'SUPPRESSED', Comparison: 'EQUALS' }],
    NoteUpdatedBy: [{ Value: noteAuthor, Comparison: 'EQUALS' }],
  });
}

/** Whether a rule suppresses a finding of its control. */
export function isSuppressedBy(
  { accountIds, resourcePrefixes }: SuppressedFindings,
  { accountId, resourceIds }: FindingAtHand,
): boolean {
  return (
    accountIds.includes(accountId) &&
    (resourcePrefixes.length === 0 ||
      resourceIds.some((id) => resourcePrefixes.some((prefix) => id.startsWith(prefix))))
  );
}

async function findings(securityHub: SecurityHub, Filters: AwsSecurityFindingFilters): Promise<FindingAtHand[]> {
  const found = await everyItem({ wait }, async (token) => {
    const answer = await securityHub.getFindings({ Filters, MaxResults: 100, NextToken: token });
    return { items: answer.Findings, next: answer.NextToken };
  });
  return found.flatMap(({ Id, ProductArn, AwsAccountId, Resources = [] }) =>
    Id && ProductArn
      ? [
          {
            id: Id,
            productArn: ProductArn,
            accountId: AwsAccountId ?? '',
            resourceIds: Resources.flatMap((it) => it.Id ?? []),
          },
        ]
      : [],
  );
}

/** Sets the workflow status and the note of findings, a hundred in a call. Throws when Security Hub did not take one. */
export async function updateFindings(
  securityHub: SecurityHub,
  found: readonly FindingAtHand[],
  status: WorkflowStatus,
  note: { readonly text: string; readonly author: string },
): Promise<void> {
  for (let start = 0; start < found.length; start += 100) {
    const { UnprocessedFindings = [] } = await securityHub.batchUpdateFindings({
      FindingIdentifiers: found
        .slice(start, start + 100)
        .map(({ id, productArn }) => ({ Id: id, ProductArn: productArn })),
      Workflow: { Status: status },
      Note: { Text: note.text, UpdatedBy: note.author },
    });
    const [failed] = UnprocessedFindings;
    if (failed) {
      const { FindingIdentifier, ErrorCode, ErrorMessage } = failed;
      throw new SecurityHubFailed(`Security Hub did not update ${FindingIdentifier?.Id}: ${ErrorCode} ${ErrorMessage}`);
    }
  }
}
