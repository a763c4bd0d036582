import { parameter, type RuleExample } from './rule-example';

const guardrail = {
  Subject: {
    Type: 'AWS::Bedrock::Guardrail',
    Properties: {
      ContentPolicyConfig: {
        FiltersConfig: [
          { Type: 'HATE', InputStrength: 'MEDIUM', OutputStrength: 'MEDIUM' },
          { Type: 'PROMPT_ATTACK', InputStrength: 'HIGH', OutputStrength: 'NONE' },
        ],
      },
      SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'ANONYMIZE' }] },
      KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] },
    },
  },
};
const filter = 'Subject.Properties.ContentPolicyConfig.FiltersConfig.1';
const sensitive = 'Subject.Properties.SensitiveInformationPolicyConfig';

export const bedrockExamples: readonly RuleExample[] = [
  {
    rule: 'bedrock-guardrail-prompt-attack-filter-high',
    passes: guardrail,
    fails: [
      { what: 'a weaker filter', at: `${filter}.InputStrength`, to: 'MEDIUM' },
      { what: 'a filter that only detects', at: `${filter}.InputAction`, to: 'NONE' },
      { what: 'a filter that is off', at: `${filter}.InputEnabled`, to: false },
      { what: 'no filters', at: 'Subject.Properties.ContentPolicyConfig' },
    ],
    unknown: [
      { what: 'a strength from a parameter', at: `${filter}.InputStrength`, to: parameter },
      { what: 'filters from a parameter', at: 'Subject.Properties.ContentPolicyConfig', to: parameter },
    ],
  },
  {
    rule: 'bedrock-guardrail-sensitive-information-filter',
    passes: guardrail,
    fails: [
      { what: 'no filter', at: sensitive },
      { what: 'filters that do nothing', at: `${sensitive}.PiiEntitiesConfig.0.Action`, to: 'NONE' },
    ],
    alsoPasses: [
      {
        what: 'an expression',
        at: sensitive,
        to: { RegexesConfig: [{ Name: 'id', Pattern: '\\d+', Action: 'BLOCK' }] },
      },
    ],
    unknown: [{ what: 'a policy that a condition chooses', at: sensitive, to: { 'Fn::If': ['Strict', {}, {}] } }],
  },
  {
    rule: 'bedrock-guardrail-encrypted-with-customer-key',
    passes: guardrail,
    fails: [
      { what: 'no key', at: 'Subject.Properties.KmsKeyArn' },
      { what: 'an empty key', at: 'Subject.Properties.KmsKeyArn', to: '' },
    ],
    unknown: [
      {
        what: 'a key that a condition may leave out',
        at: 'Subject.Properties.KmsKeyArn',
        to: { 'Fn::If': ['Encrypt', 'arn', { Ref: 'AWS::NoValue' }] },
      },
    ],
  },
  {
    rule: 'bedrock-guardrail-version-retained',
    passes: {
      Subject: {
        Type: 'AWS::Bedrock::GuardrailVersion',
        Properties: { GuardrailIdentifier: { Ref: 'Guardrail' } },
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      },
    },
    fails: [
      { what: 'a version that goes with its stack', at: 'Subject.DeletionPolicy', to: 'Delete' },
      { what: 'a version that goes when it is replaced', at: 'Subject.UpdateReplacePolicy' },
    ],
    alsoPasses: [{ what: 'a version that always stays', at: 'Subject.DeletionPolicy', to: 'Retain' }],
  },
];
