import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationApp } from '../../bin/app';
import exampleDocument from '../../config/organization';
import type { OrganizationInput } from '../../config/organization-schema';
import type { GateReport } from '../../gate/gate-report';
import { runGate } from '../../gate/run-gate';
import { synthesize } from '../../nag/synthesize';
import { TemplateValidation } from '../../nag/template-validation';
import { emptyFunctionCode, exampleOrganization } from '../helpers/example';
import { rememberingTerminal } from '../terminal/remembering-terminal';

const root = join(__dirname, '..', '..');

/** The gate as `npm start` runs it, with the waivers of the project, on another configuration of the example. */
function gateOn(overrides: Partial<OrganizationInput>) {
  const directory = mkdtempSync(join(tmpdir(), 'ishizue-profile-'));
  const { terminal } = rememberingTerminal();
  const exitCode = runGate(
    {
      output: join(directory, 'reports'),
      waivers: join(root, 'waivers.yaml'),
      language: 'en',
      json: false,
      // A waiver that accepts nothing, and does not say that it may, is out of date.
      strict: true,
      root,
      meta: { tool: 'ishizue', version: '0.0.0', date: '2026-11-27' },
    },
    {
      loadOrganization: () => exampleOrganization(overrides),
      synthesize: (organization, waive, onPhase) =>
        synthesize((options) => organizationApp(organization, { ...options, functionCode: emptyFunctionCode }), {
          outdir: join(directory, 'cdk.out'),
          facts: { governedRegions: organization.governedRegions },
          waive,
          templateValidation: new TemplateValidation(),
          onBuilt: () => onPhase('judging'),
        }),
    },
    terminal,
  );
  const { findings }: GateReport = JSON.parse(readFileSync(join(directory, 'reports', 'gate.json'), 'utf8'));
  const open = findings.filter(({ waiver }) => waiver === undefined);
  return { exitCode, open: open.map(({ check, path, stack }) => `${check} ${path ?? stack}`) };
}

const everyChoice: Partial<OrganizationInput> = {
  profile: 'regulated',
  bedrock: { ...exampleDocument.bedrock, logLargePayloads: true, enforceGuardrail: true },
  accounts: {
    ...exampleDocument.accounts,
    workloads: [
      ...exampleDocument.accounts.workloads,
      {
        name: 'second',
        id: '555566667777',
        email: 'second@example.com',
        organizationalUnit: 'workloads',
        regions: ['us-east-1'],
        inferenceProfile: 'us.amazon.nova-2-lite-v1:0',
      },
    ],
  },
};

test.each<[string, Partial<OrganizationInput>]>([
  ['personal', { profile: 'personal' }],
  ['small', { profile: 'small' }],
  ['regulated', { profile: 'regulated' }],
])('the example passes the gate in the profile %s', (_, overrides) => {
  expect(gateOn(overrides)).toEqual({ exitCode: 0, open: [] });
});

test('so it does with a private network, large payloads, and workloads in different regions', () => {
  const approved = [...exampleDocument.bedrock.inferenceProfiles, 'us.amazon.nova-2-lite-v1:0'];
  const bedrock = { ...everyChoice.bedrock, inferenceProfiles: approved };
  expect(gateOn({ ...everyChoice, bedrock })).toEqual({ exitCode: 0, open: [] });
});
