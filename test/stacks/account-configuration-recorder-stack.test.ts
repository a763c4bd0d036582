import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { logFactsOf } from '../../config/log-facts';
import type { OrganizationInput } from '../../config/organization-schema';
import { recordedAccounts } from '../../config/recorded-accounts';
import { AccountConfigurationRecorderStack } from '../../stacks/account-configuration-recorder-stack';
import { LogArchiveStorageStack } from '../../stacks/log-archive-storage-stack';
import { baselineProps, exampleOrganization } from '../helpers/example';
import { statementsOf, statementWithSid } from '../helpers/template-statements';

const home = 'ap-northeast-1';
const cspm: Partial<OrganizationInput> = { services: { securityHub: 'cspm' } };
const templateIn = (region: string, overrides: Partial<OrganizationInput> = cspm) =>
  Template.fromStack(
    new AccountConfigurationRecorderStack(new App(), 'recorder', {
      ...baselineProps('workload', region, overrides),
      accountName: 'assistant',
    }),
  );
const typesIn = (region: string): string[] =>
  Object.values(templateIn(region).findResources('AWS::Config::ConfigurationRecorder'))[0]?.Properties.RecordingGroup
    .ResourceTypes;
const names = (overrides: Partial<OrganizationInput>) =>
  recordedAccounts(exampleOrganization(overrides)).map(({ name }) => name);

describe('who is recorded', () => {
  test('nobody, where the unified Security Hub brings a recorder of its own', () => {
    expect(names({ services: { securityHub: 'unified' } })).toEqual([]);
  });

  test('every account, the management account too, where Security Hub CSPM works alone', () => {
    expect(names(cspm)).toEqual(['management', 'log-archive', 'audit', 'assistant']);
  });

  test('no account whose own recorder is adopted: there is room for one', () => {
    expect(names({ ...cspm, configurationRecorder: { existingIn: ['audit'] } })).not.toContain('audit');
  });

  test('only the management account under Control Tower, which records the others', () => {
    expect(names({ ...cspm, controlTower: true })).toEqual(['management']);
  });
});

describe('the recorder', () => {
  test('is the one the region has room for, started, with the service-linked role that Config.1 asks for', () => {
    const template = templateIn(home);
    template.resourceCountIs('AWS::Config::ConfigurationRecorder', 1);
    template.hasResource('AWS::Config::ConfigurationRecorder', {
      Properties: {
        RecordingMode: { RecordingFrequency: 'CONTINUOUS' },
        RecordingGroup: { AllSupported: false, RecordingStrategy: { UseOnly: 'INCLUSION_BY_RESOURCE_TYPES' } },
      },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
    template.hasResourceProperties('AWS::Config::DeliveryChannel', {
      S3BucketName: 'example-configuration-222233334444-ap-northeast-1',
    });
  });

  test.each([
    'AWS::Bedrock::DataSource',
    'AWS::BedrockAgentCore::Memory',
    'AWS::EC2::VPC',
    'AWS::KMS::Key',
    'AWS::Lambda::Function',
    'AWS::S3::Bucket',
  ])('records %s in every region', (type) => {
    expect(typesIn(home)).toContain(type);
    expect(typesIn('us-east-1')).toContain(type);
  });

  test('records IAM, which is global, in the home region only', () => {
    const isIam = (type: string) => type.startsWith('AWS::IAM::');
    expect(typesIn(home).filter(isIam)).toEqual([
      'AWS::IAM::Group',
      'AWS::IAM::Policy',
      'AWS::IAM::Role',
      'AWS::IAM::User',
    ]);
    expect(typesIn('us-east-1').filter(isIam)).toEqual([]);
  });

  test('records each type once, and not the standing of rules, which would cost the most', () => {
    const types = typesIn(home);
    expect(new Set(types).size).toBe(types.length);
    expect(types).not.toContain('AWS::Config::ResourceCompliance');
  });

  test('makes the role once in an account, and not where it exists', () => {
    const role = 'AWS::IAM::ServiceLinkedRole';
    templateIn(home).hasResource(role, {
      Properties: { AWSServiceName: 'config.amazonaws.com' },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
    templateIn('us-east-1').resourceCountIs(role, 0);
    templateIn(home, { ...cspm, configurationRecorder: { roleExistsIn: ['assistant'] } }).resourceCountIs(role, 0);
  });
});

describe('the bucket of AWS Config in the log archive', () => {
  const storage = (recordedAccountIds?: readonly string[]) => {
    const props = baselineProps('logArchive');
    const logFacts = logFactsOf(props.organization);
    return Template.fromStack(
      new LogArchiveStorageStack(new App(), 'log-archive-storage', { ...props, logFacts, recordedAccountIds }),
    );
  };
  const ids = ['333344445555', '444455556666'];
  const template = storage(ids);
  const condition = { StringEquals: expect.objectContaining({ 'aws:SourceAccount': ids }) };

  test('is not there when nobody records', () => {
    storage().resourcePropertiesCountIs(
      'AWS::S3::Bucket',
      { BucketName: 'example-configuration-222233334444-ap-northeast-1' },
      0,
    );
  });

  test('takes what AWS Config delivers for the recorded accounts, and for nobody else', () => {
    const statements = statementsOf(template, 'AWS::S3::BucketPolicy', 'Configuration');
    const delivers = statementWithSid(statements, 'ConfigDelivers');
    expect(delivers).toMatchObject({ Principal: { Service: 'config.amazonaws.com' }, Condition: condition });
    expect(JSON.stringify(delivers.Resource)).toContain('/AWSLogs/*/Config/*');
    expect(statementWithSid(statements, 'ConfigFindsTheBucket')).toMatchObject({ Condition: condition });
  });

  test('has room in its policies for 300 accounts', () => {
    const many = storage(Array.from({ length: 300 }, (_, index) => String(100_000_000_000 + index)));
    const policy = statementsOf(many, 'AWS::S3::BucketPolicy', 'Configuration');
    expect(JSON.stringify(policy).length).toBeLessThan(20 * 1024);
    expect(JSON.stringify(statementsOf(many, 'AWS::KMS::Key', 'Configuration')).length).toBeLessThan(32 * 1024);
  });

  test('has a key that AWS Config may use for the same accounts', () => {
    const statements = statementsOf(template, 'AWS::KMS::Key', 'Configuration');
    expect(statementWithSid(statements, 'ConfigEncrypts')).toMatchObject({
      Principal: { Service: 'config.amazonaws.com' },
      Condition: condition,
    });
  });

  test('keeps everything when the stack is deleted, and has an access log like the others', () => {
    template.hasResource('AWS::S3::Bucket', {
      Properties: {
        BucketName: 'example-configuration-222233334444-ap-northeast-1',
        LoggingConfiguration: { LogFilePrefix: 'example-configuration-222233334444-ap-northeast-1/' },
      },
      DeletionPolicy: 'RetainExceptOnCreate',
    });
    expect(JSON.stringify(statementsOf(template, 'AWS::S3::BucketPolicy', 'AccessLogs'))).toContain(
      'example-configuration-222233334444-ap-northeast-1',
    );
  });
});
