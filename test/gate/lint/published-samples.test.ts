import { join, relative } from 'node:path';
import { findSources } from '../../../gate/lint/find-sources';
import { lint } from '../../../gate/lint/lint';

const folder = relative('.', join(__dirname, 'fixtures', 'published'));

/** What is wrong with each, as `rule place-in-the-text`. The texts are ours; the faults are those of published policies. */
const faults: Readonly<Record<string, readonly string[]>> = {
  'api-key-age.scp.json': ['error absent-key-flips-meaning iam:ServiceSpecificCredentialAgeDays'],
  'application-role.identity.json': [
    'error unknown-action bedrock:Converse',
    'error unknown-action bedrock:ConverseStream',
  ],
  'enterprise-controls.scp.json': [
    'error unknown-condition-key bedrock:ModelInvocationLoggingEnabled',
    'error unknown-condition-key bedrock:ModelId',
    'error wildcard-taken-literally arn:aws:iam::*:role/bedrock-administrator',
    'error unknown-condition-key bedrock:InputTokenCount',
  ],
  'model-allow-list.scp.json': [
    'error not-resource-forgets-inference-profiles arn:aws:bedrock:*::foundation-model/amazon.nova-2-lite-v1:*',
    'error mantle-list-inverted bedrock-mantle:Model',
  ],
  'organization-perimeter.rcp.json': ['error policy-too-large {', 'error service-without-rcp-support bedrock:*'],
  'regions-with-cross-region-inference.scp.json': [
    'warning region-limit-forgets-guardrail-profiles bedrock:InvokeModel',
  ],
  'security-services.scp.json': [
    'warning missing-sid {',
    'error unknown-action guardduty:DisableOrganizationAdminAcount',
    'warning missing-sid {',
    'error unknown-action securityhub:RemoveMember*',
    'error unknown-operator StringNotLikes',
  ],
  'service-credentials-by-service.scp.json': ['error comment-in-json // Extend the list as you need.'],
  'service-credentials-by-tag.scp.json': ['error exemption-never-applies iam:ResourceTag/MayHaveServiceCredential'],
};

/** The characters at a line and column, up to where the value or line ends. */
function textAt(text: string, { line, column }: { line: number; column: number }): string {
  const rest = (text.split('\n')[line - 1] ?? '').slice(column - 1);
  return /^"([^"]*)"/.exec(rest)?.[1] ?? rest;
}

describe('the faults of published policies', () => {
  const { sources } = findSources([folder]);

  test('every sample is listed here', () => {
    expect(sources.map(({ file }) => file.split('/').at(-1))).toEqual(Object.keys(faults));
  });

  test.each(sources)('are named, and nothing else, in $file', async (source) => {
    const { findings } = await lint([source]);
    const found = findings.map(({ severity, rule, start }) => {
      expect(start).toBeDefined();
      return `${severity} ${rule} ${textAt(source.text, start ?? { line: 0, column: 0 })}`;
    });
    expect(found).toEqual(faults[source.file.split('/').at(-1) ?? '']);
  });
});
