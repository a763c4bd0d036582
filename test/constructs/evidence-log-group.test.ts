import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { EvidenceLogGroup } from '../../constructs/evidence-log-group';

describe('a log group that holds evidence', () => {
  const stack = new Stack(new App(), 'Stack');
  new EvidenceLogGroup(stack, 'Audit', {
    logGroupName: '/example/bedrock/audit',
    encryptionKey: new Key(stack, 'Key'),
    retentionDays: 1827,
  });

  test('is encrypted with a customer key, expires, resists deletion and outlives its stack', () => {
    Template.fromStack(stack).hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        LogGroupName: '/example/bedrock/audit',
        LogGroupClass: 'STANDARD',
        RetentionInDays: 1827,
        DeletionProtectionEnabled: true,
        KmsKeyId: { 'Fn::GetAtt': [Match.anyValue(), 'Arn'] },
        DataProtectionPolicy: Match.absent(),
      },
    });
  });
});
