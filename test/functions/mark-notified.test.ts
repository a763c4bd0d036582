import { markNotified } from '../../functions/mark-notified/mark-notified';
import { controlFinding, imported } from '../helpers/events-of-alerts';
import { fakeAws } from '../settings/fake-aws';

const update = 'securityhub:BatchUpdateFindings';
const { Id, ProductArn } = controlFinding;

test('marks the finding that people are told of as notified, and nothing else about it', async () => {
  const aws = fakeAws({ [update]: { ProcessedFindings: [{ Id, ProductArn }], UnprocessedFindings: [] } });
  await markNotified(imported(controlFinding), aws.clients.securityHub);
  expect(aws.inputs(update)).toEqual([{ FindingIdentifiers: [{ Id, ProductArn }], Workflow: { Status: 'NOTIFIED' } }]);
});

test('fails when Security Hub answers 200 and did not do it', async () => {
  const UnprocessedFindings = [
    { FindingIdentifier: { Id, ProductArn }, ErrorCode: 'ConcurrentUpdateError', ErrorMessage: 'try again' },
  ];
  const aws = fakeAws({ [update]: { ProcessedFindings: [], UnprocessedFindings } });
  await expect(markNotified(imported(controlFinding), aws.clients.securityHub)).rejects.toThrow(
    `did not mark ${Id} as notified: ConcurrentUpdateError try again`,
  );
});

test('fails on an event without a finding instead of asking Security Hub for nothing', async () => {
  const aws = fakeAws({});
  await expect(markNotified(imported({}), aws.clients.securityHub)).rejects.toThrow('no finding');
  expect(aws.calls).toEqual([]);
});
