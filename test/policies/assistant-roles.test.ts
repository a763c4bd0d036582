import { namesOf } from '../../config/names';
import { policyFactsOf } from '../../config/policy-facts';
import { organizationPolicies } from '../../policies/catalogue';
import { composePolicies } from '../../policies/composition';
import type { Example } from '../../policies/policy';
import { exampleOrganization } from '../helpers/example';
import { judgeFor } from '../helpers/judge';

const organization = exampleOrganization();
const names = namesOf(organization);
const facts = policyFactsOf(organization);
const region = 'ap-northeast-1';
const account = facts.workloadAccountId;
const attached = composePolicies(organizationPolicies, facts).filter(({ targets }) => targets === 'every-unit');
const judge = judgeFor(attached, facts);
const deniedBy = (example: Example) => judge.denials(example);

const inAccount = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
const profile = inAccount('bedrock', `inference-profile/${organization.bedrock.inferenceProfiles[0]}`);
const guardrail = { 'bedrock:GuardrailIdentifier': `${inAccount('bedrock', 'guardrail/abcdefghijkl')}:3` };
const role = (roleName: string) => `arn:aws:iam::${account}:role${names.iamPath}${roleName}`;
const worker = role(names.assistantWorkerRoleIn(region));
const ingress = role(names.assistantIngressRoleIn(region));
const request = (principal: string, action: string, resource: string, context: Example['context'] = {}): Example => ({
  says: { en: action, ja: action },
  principal,
  action,
  resource,
  context,
});
const title = ({ principal, action, resource }: Example) => `${principal.split('/').at(-1)} ${action} ${resource}`;

const needed = [
  request(
    ingress,
    'secretsmanager:GetSecretValue',
    inAccount('secretsmanager', `secret:${names.slackSigningSecret}-AbCdEf`),
  ),
  request(ingress, 'sqs:SendMessage', inAccount('sqs', 'questions.fifo')),
  request(ingress, 'kms:GenerateDataKey', inAccount('kms', 'key/1')),
  request(worker, 'sqs:ReceiveMessage', inAccount('sqs', 'questions.fifo')),
  request(worker, 'dynamodb:PutItem', inAccount('dynamodb', 'table/claims')),
  request(worker, 'dynamodb:UpdateItem', inAccount('dynamodb', 'table/claims')),
  request(worker, 'kms:Decrypt', inAccount('kms', 'key/1')),
  request(worker, 'secretsmanager:GetSecretValue', inAccount('secretsmanager', `secret:${names.slackBotToken}-AbCdEf`)),
  request(worker, 'logs:PutLogEvents', inAccount('logs', `log-group:${names.auditLogGroup}:log-stream:1`)),
  request(worker, 'bedrock:InvokeModel', profile, guardrail),
  ...['ap-northeast-1', 'ap-northeast-3'].map((runsIn) =>
    request(worker, 'bedrock:InvokeModel', `arn:aws:bedrock:${runsIn}::foundation-model/amazon.nova-2-lite-v1:0`, {
      ...guardrail,
      'bedrock:InferenceProfileArn': profile,
    }),
  ),
  ...['ap-northeast-1', 'ap-south-1'].map((evaluatedIn) =>
    request(
      worker,
      'bedrock:ApplyGuardrail',
      `arn:aws:bedrock:${evaluatedIn}:${account}:guardrail-profile/apac.guardrail.v1:0`,
    ),
  ),
];

const bypasses = [
  request(worker, 'bedrock:InvokeModel', `arn:aws:bedrock:${region}::foundation-model/meta.llama9-v1:0`),
  request(worker, 'bedrock:InvokeModel', inAccount('bedrock', 'inference-profile/global.anthropic.claude-fable-5-1')),
  request(worker, 'bedrock:CallWithBearerToken', '*'),
  request(worker, 'bedrock-mantle:CreateInference', inAccount('bedrock-mantle', 'project/default')),
  request(worker, 'bedrock:DeleteModelInvocationLoggingConfiguration', '*'),
  request(worker, 'bedrock:PutAccountDataRetention', '*', { 'bedrock:DataRetentionMode': 'default' }),
  request(worker, 'bedrock:CreateFoundationModelAgreement', '*'),
  request(worker, 'aws-marketplace:Subscribe', '*'),
  request(worker, 'logs:DeleteLogGroup', inAccount('logs', `log-group:${names.auditLogGroup}`)),
  request(ingress, 'cloudformation:DeleteStack', inAccount('cloudformation', `stack/assistant-assistant-${region}/1`)),
];

describe('the policies of the organization', () => {
  test.each(needed.map((example) => [title(example), example] as const))(
    'let the assistant work: %s',
    (_title, example) => {
      expect(deniedBy(example)).toEqual([]);
    },
  );

  test.each(bypasses.map((example) => [title(example), example] as const))(
    'close a way around it: %s',
    (_title, example) => {
      expect(deniedBy(example)).not.toEqual([]);
    },
  );
});
