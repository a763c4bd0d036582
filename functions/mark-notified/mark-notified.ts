import type { SecurityHub } from '@aws-sdk/client-securityhub';

interface ImportedFindings {
  readonly detail?: { readonly findings?: readonly { readonly Id?: string; readonly ProductArn?: string }[] };
}

/**
 * Marks the findings of an event as told, in Security Hub CSPM, so that no later event about them tells people again. AWS makes a
 * finding new by itself when it comes back after it was gone, or fails after it passed.
 *
 * Throws when Security Hub did not take one: Lambda tries again, and puts the event aside in the end.
 *
 * https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_WorkflowUpdate.html
 */
export async function markNotified(event: unknown, securityHub: Pick<SecurityHub, 'batchUpdateFindings'>) {
  const findings = (event as ImportedFindings).detail?.findings ?? [];
  const FindingIdentifiers = findings.flatMap(({ Id, ProductArn }) => (Id && ProductArn ? [{ Id, ProductArn }] : []));
  if (FindingIdentifiers.length === 0) throw new Error('The event has no finding with an Id and a ProductArn.');
  const { UnprocessedFindings = [] } = await securityHub.batchUpdateFindings({
    FindingIdentifiers,
    Workflow: { Status: 'NOTIFIED' },
  });
  const [failed] = UnprocessedFindings;
  if (failed) {
    const { FindingIdentifier, ErrorCode, ErrorMessage } = failed;
    throw new Error(`Security Hub did not mark ${FindingIdentifier?.Id} as notified: ${ErrorCode} ${ErrorMessage}`);
  }
}
