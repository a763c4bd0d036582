import type { OrganizationInput } from '../../config/organization-schema';
import { policyFactsOf } from '../../config/policy-facts';
import { everyAccount } from '../../config/resolve-organization';
import { attachedPolicies } from '../../explain/attached-policies';
import { explainQuestion } from '../../explain/explanation';
import { letEverybodyIn } from '../../explain/open-document';
import { findPrincipal } from '../../explain/principals/find-principal';
import { type AccountGroup, type PolicyTable, policyTable, type TableAnswer } from '../../explain/table/policy-table';
import { runTable, type TableOptions } from '../../explain/table/run-table';
import type { SecurityQuestion } from '../../explain/table/security-question';
import { securityQuestions } from '../../explain/table/security-questions';
import { tableText } from '../../explain/table/table-text';
import { columnsOf } from '../../terminal/columns';
import { exampleOrganization } from '../helpers/example';
import exampleDocument from '../helpers/example-organization';
import { rememberingTerminal } from './ask';

const exampleTable = policyTable(exampleOrganization());
const tableOf = (changes: Partial<OrganizationInput>) => policyTable(exampleOrganization(changes));
const letters = { denied: 'n', possible: 'Y', unknown: '?', 'not-applicable': '-' };

/** One line for each question: an answer for each group, the policies that deny, the roles that may nevertheless. */
const linesOf = ({ questions }: PolicyTable) =>
  questions.map(({ id, answers, exempt }) => {
    const policies = [...new Set(answers.flatMap((answer) => answer.policies))];
    const said = answers.map(({ status }) => letters[status]).join('');
    return [`${id} ${said}`, policies.join(' '), exempt.join(' ')].filter((part) => part !== '').join(' | ');
  });

const rowOf = (id: string, changes: Partial<OrganizationInput>) => {
  const line = linesOf(tableOf(changes)).find((one) => one.startsWith(`${id} `));
  return line?.slice(id.length + 1);
};

function workloads(count: number, units: readonly string[] = ['workloads']): OrganizationInput['accounts'] {
  const [first] = exampleDocument.accounts.workloads;
  return {
    ...exampleDocument.accounts,
    workloads: Array.from({ length: count }, (_, index) => ({
      ...(first as NonNullable<typeof first>),
      name: `workload-${index}`,
      id: String(500000000000 + index),
      email: `aws-workload-${index}@example.com`,
      organizationalUnit: units[index % units.length] as string,
    })),
  };
}

const everyWorkload = { identityCenter: { ...exampleDocument.identityCenter, assignments: [] } };
const repairs = 'OrganizationAccountAccessRole break-glass-administrator';
const administers = `cdk-hnb659fds-* example/settings/* platform-administrator ${repairs}`;

test('the table of the example organization', () => {
  expect(linesOf(exampleTable)).toEqual([
    'leave-the-organization Ynnn | deny-leaving-organization',
    'use-the-root-user Ynnn | deny-root-user',
    'make-lasting-credentials Ynnn | deny-iam-users-and-access-keys',
    `take-an-exemption Ynnn | protect-baseline-roles | ${administers}`,
    'make-an-unbounded-role YYYY',
    `work-in-another-region Ynnn | limit-regions | ${repairs}`,
    'share-with-a-stranger Ynnn | limit-to-organization-principals',
    'send-in-clear Ynnn | require-tls',
    'stop-the-trail Ynnn | protect-organization-trail',
    'delete-the-log-archive Ynnn | protect-organization-trail',
    'make-the-log-archive-unreadable Ynnn | protect-organization-trail',
    `switch-detection-off Ynnn | protect-security-services | ${administers}`,
    `switch-the-prompt-log-off Ynnn | protect-bedrock-evidence | ${administers}`,
    `delete-the-prompt-log Ynnn | protect-bedrock-evidence | ${administers}`,
    'read-prompts-unmasked YYYY',
    'use-an-unapproved-model Ynnn | deny-bedrock-side-doors limit-bedrock-models',
    'skip-the-guardrail YnnY | deny-bedrock-side-doors',
    'use-an-api-key Ynnn | deny-bedrock-api-keys deny-bedrock-side-doors',
    'use-a-side-door Ynnn | deny-bedrock-side-doors',
    'send-prompts-anywhere Ynnn | deny-bedrock-side-doors deny-global-inference limit-regions',
    'let-aws-keep-prompts Ynnn | protect-zero-data-retention',
    `remove-a-guardrail Ynnn | protect-bedrock-evidence | ${administers}`,
    'accept-a-model-agreement Ynnn | limit-model-agreements | platform-administrator',
    'pay-for-priority YnnY | deny-bedrock-side-doors',
  ]);
});

describe('the table follows the configuration', () => {
  const everyOption = { requireGuardrail: true, denyPriorityTier: true, requirePermissionsBoundary: true };

  test('policies of choice', () => {
    const optionalPolicies = everyOption;
    expect(linesOf(tableOf({ optionalPolicies }))).toEqual(
      expect.arrayContaining([
        'skip-the-guardrail Ynnn | deny-bedrock-side-doors require-guardrail',
        'pay-for-priority Ynnn | deny-bedrock-side-doors deny-priority-tier',
        `make-an-unbounded-role Ynnn | require-permissions-boundary | ${administers}`,
      ]),
    );
    expect(rowOf('use-a-side-door', { optionalPolicies: { allowBedrockMantle: true } })).toBe('YYYY');
  });

  test('a policy at the stage canary denies in canary units only, at the stage root everywhere', () => {
    const organizationalUnits = [{ name: 'security' }, { name: 'workloads' }, { name: 'trial', canary: true }];
    const changes = { ...everyWorkload, organizationalUnits, accounts: workloads(2, ['workloads', 'trial']) };
    const at = (stage: 'canary' | 'root') => rowOf('leave-the-organization', { ...changes, rollout: { stage } });
    expect(at('canary')).toBe('YYYYn | deny-leaving-organization');
    expect(at('root')).toBe('Ynnn | deny-leaving-organization');
  });

  test('a suspended account denies what its policies of other units leave open', () => {
    const organizationalUnits = [{ name: 'security' }, { name: 'workloads' }, { name: 'closed', suspended: true }];
    const changes = { ...everyWorkload, organizationalUnits, accounts: workloads(2, ['workloads', 'closed']) };
    expect(rowOf('read-prompts-unmasked', changes)).toBe(
      `YYYYn | quarantine-suspended-accounts | ${repairs} security-auditor`,
    );
  });

  test('a global profile that is approved may send prompts anywhere', () => {
    const bedrock = { inferenceProfiles: ['global.amazon.nova-2-lite-v1:0'] };
    expect(rowOf('send-prompts-anywhere', { bedrock, accounts: workloads(1), ...everyWorkload })).toBe(
      'YnnY | deny-bedrock-side-doors',
    );
  });

  test('no approved model has a conversation to guard', () => {
    const bedrock = { inferenceProfiles: ['us.cohere.embed-v4:0'] };
    expect(rowOf('skip-the-guardrail', { bedrock, accounts: workloads(1), ...everyWorkload })).toBe('----');
  });

  test('policies of others, and a guardrail that AWS applies, are told as not counted', () => {
    const guardrail = { region: 'ap-northeast-1' as const, id: 'abcdefghijkl', version: 1 };
    const table = tableOf({ controlTower: true, organizationGuardrail: { guardrails: [guardrail] } });
    const text = tableText(table, 'en', false).replace(/\s+/g, ' ');
    expect(text).toContain('Not judged: up to 5 service control and 2 resource control policies');
    expect(text).toContain(
      'Not counted: AWS applies the guardrail of the organization to every model call of canary-units',
    );
    expect(exampleTable.notes).toEqual([]);
  });
});

test('every answer is what `policies explain` says for the same request', () => {
  const organization = exampleOrganization();
  const facts = policyFactsOf(organization);
  const documents = attachedPolicies(organization);
  const table = exampleTable;
  const accounts = everyAccount(organization);
  const chosen = accounts.filter(({ name }) => name === 'management' || name === 'assistant');
  const explained = securityQuestions.map((question) =>
    chosen.map((account) => {
      const decisions = question
        .requests({ account, facts, organization })
        .filter(({ who }) => who !== 'stranger')
        .map(({ who, action, resource, context = {} }) => {
          const surroundings = {
            organization,
            account,
            action,
            managedPolicies: new Map(),
            identityPolicies: undefined,
          };
          const name = who === 'root' ? 'root' : 'role/administrator';
          const principal = findPrincipal(name, { ...surroundings, allowEverything: true });
          if ('mistake' in principal) throw new Error(principal.mistake);
          const asked = {
            account,
            principal,
            action,
            resource,
            context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key, [value]])),
            resourcePolicy: { ...letEverybodyIn('everybody'), kind: 'resource-policy' as const },
          };
          return explainQuestion(asked, organization, documents).decision;
        });
      return decisions.length === 0 ? undefined : decisions.includes('allowed') ? 'possible' : 'denied';
    }),
  );
  const answers = table.questions.map((row, at) =>
    chosen.map((account, index) =>
      explained[at]?.[index] === undefined ? undefined : row.answers[accounts.indexOf(account)]?.status,
    ),
  );
  expect(answers).toEqual(explained);
});

test('unknown where a key nobody gave decides', () => {
  const question: SecurityQuestion = {
    id: 'change-a-function',
    asks: { en: 'change a function', ja: '関数を変更する' },
    requests: ({ account }) => [
      { action: 'lambda:UpdateFunctionCode', resource: `arn:aws:lambda:ap-northeast-1:${account.id}:function:x` },
    ],
  };
  const table = policyTable(exampleOrganization(), [question]);
  expect(linesOf(table)).toEqual(['change-a-function Y???']);
  expect(tableText(table, 'en', false)).toMatch(/change a function +YES {4}\? {4}\? {4}\?$/m);
});

describe('a hundred accounts', () => {
  const units = ['workloads', 'trial'];
  const organizationalUnits = [{ name: 'security' }, { name: 'workloads' }, { name: 'trial', canary: true }];
  const changes = {
    ...everyWorkload,
    organizationalUnits,
    accounts: workloads(100, units),
    rollout: { stage: 'canary' as const },
  };

  const table = tableOf(changes);

  test('stand together where their answers are equal', () => {
    const { groups } = table;
    expect(groups.map(({ accounts }) => accounts.length)).toEqual([1, 1, 1, 50, 50]);
    expect(groups[4]?.accounts[0]).toEqual({ name: 'workload-1', id: '500000000001', organizationalUnit: 'trial' });
  });

  test('are read on one screen', () => {
    const out = tableText(table, 'en', false);
    expect(out.split('\n').length).toBeLessThan(80);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'workload-1, workload-3, workload-5, workload-7, workload-9, workload-11 and 44 more',
    );
  });
});

describe('ishizue policies table', () => {
  test.each(['en', 'ja'] as const)('fits into 80 columns in %s, with more groups than fit side by side', (language) => {
    const wide = {
      ...exampleTable,
      groups: Array.from({ length: 20 }, () => exampleTable.groups[3] as AccountGroup),
      questions: exampleTable.questions.map((row) => ({
        ...row,
        answers: Array.from({ length: 20 }, () => row.answers[3] as TableAnswer),
      })),
    };
    for (const table of [exampleTable, wide]) {
      const lines = tableText(table, language, false).split('\n');
      expect(lines.filter((line) => columnsOf(line) > 80)).toEqual([]);
    }
    expect(tableText(wide, language, false)).toMatch(/ {3}17 {3}18 {3}19 {3}20$/m);
  });

  test('says who is exempt by a letter that is explained once', () => {
    const out = tableText(exampleTable, 'en', false);
    expect(out).toContain('protect-security-services (Exempt: A)');
    expect(out).toContain('limit-regions (Exempt: B)');
    expect(out.match(/^ {2}B {2}OrganizationAccountAccessRole, break-glass-administrator$/gm)).toHaveLength(1);
  });

  test('prints the table as JSON and in Markdown', () => {
    expect(JSON.parse(printed({ json: true }).out)).toEqual(JSON.parse(JSON.stringify(exampleTable)));
    const { out } = printed({ markdown: true, lang: 'ja' });
    expect(out).toContain(
      '| 組織の証跡を停止・変更する | **可能** | 不可 | 不可 | 不可 | protect-organization-trail |  |',
    );
  });

  test('asks in both languages, each question once', () => {
    expect(new Set(securityQuestions.map(({ id }) => id)).size).toBe(securityQuestions.length);
    for (const { asks } of securityQuestions) {
      expect(asks.en).toMatch(/^[a-z]/);
      expect(asks.ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });

  test('every mistake at once', () => {
    const { code, out, error } = printed({ lang: 'fr', json: true, markdown: true });
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(error).toBe(
      'error: --lang fr: no such language. Use en or ja\nerror: --json and --markdown exclude each other. Use one of them\n',
    );
  });
});

function printed(options: Partial<TableOptions>, changes: Partial<OrganizationInput> = {}) {
  const terminal = rememberingTerminal();
  const all = { config: 'test/helpers/example-organization.ts', lang: 'en', ...options };
  const code = runTable(all, terminal, () => exampleOrganization(changes));
  return { code, ...terminal.written() };
}
