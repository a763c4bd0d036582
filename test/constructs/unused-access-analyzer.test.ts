import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { UnusedAccessAnalyzer } from '../../constructs/unused-access-analyzer';

test('UnusedAccessAnalyzer: reports what the whole organization has not used for the given days', () => {
  const stack = new Stack();
  new UnusedAccessAnalyzer(stack, 'UnusedAccess', { name: 'unused', unusedAccessAge: 30 });
  Template.fromStack(stack).hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
    AnalyzerName: 'unused',
    Type: 'ORGANIZATION_UNUSED_ACCESS',
    AnalyzerConfiguration: { UnusedAccessConfiguration: { UnusedAccessAge: 30 } },
  });
});
