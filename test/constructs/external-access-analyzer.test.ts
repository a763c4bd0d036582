import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ExternalAccessAnalyzer } from '../../constructs/external-access-analyzer';

test('ExternalAccessAnalyzer: the zone of trust is the organization, not the account it lives in', () => {
  const stack = new Stack();
  new ExternalAccessAnalyzer(stack, 'ExternalAccess', { name: 'outside' });
  Template.fromStack(stack).hasResourceProperties('AWS::AccessAnalyzer::Analyzer', {
    AnalyzerName: 'outside',
    Type: 'ORGANIZATION',
  });
});
