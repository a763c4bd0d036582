import { loggedSources } from '../example-model-calls';
import { allowedRegionUses, deniedRegionUses } from '../example-region-uses';
import { globalServices, partlyGlobalServices } from '../global-services';
import type { OrganizationPolicy, PolicyFacts, Statement } from '../policy';

const invoke = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/**
 * Nothing runs outside the governed regions, but for services without regions, for models that an approved inference profile
 * routes there, and for the guardrail of that call.
 *
 * The first statement has the literal form scanners look for. Cross-region inference needs the others: a call through a
 * profile is judged in every region the model may run in, and a guardrail of the STANDARD tier is judged as a guardrail
 * profile in every region of its geography. Calling a model there directly stays denied, and so is a call through an application
 * inference profile, whose name does not tell where it leads: it works where calls are logged in every destination.
 *
 * Models are called in regions in which calls are logged, which may be fewer than the governed ones: the invocation log is switched on in
 * each region by itself.
 *
 * Roles that repair accounts are exempt, because what was left behind in another region has to be removed by somebody.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html
 * https://docs.aws.amazon.com/bedrock/latest/userguide/guardrail-profiles-permissions.html
 */
export const limitRegions: OrganizationPolicy = {
  id: 'limit-regions',
  kind: 'service-control-policy',
  title: {
    en: 'Nothing runs outside the governed regions',
    ja: '統制対象のリージョン以外では何も動かさない',
  },
  why: {
    en: 'What runs where nobody looks is found on the invoice: detection, data retention and backups are set up in governed regions only.',
    ja: '誰も見ていないリージョンの利用は請求書で初めて発覚する。検知・データ保持・バックアップの設定は統制対象のリージョンにしかない。',
  },
  statements: (facts) => {
    const geographies = approvedGeographies(facts);
    return [
      {
        Sid: 'LimitRegions',
        Effect: 'Deny',
        NotAction: [...globalServices, ...partlyGlobalServices, ...invoke, 'bedrock:ApplyGuardrail'].sort(),
        // Everything, wherever it is.
        Resource: '*',
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': facts.governedRegions },
          ArnNotLike: { 'aws:PrincipalArn': facts.recoveryRoleArns },
        },
      },
      {
        Sid: 'LimitRegionsPartlyGlobal',
        Effect: 'Deny',
        Action: partlyGlobalServices,
        // Everything of these services, wherever it is.
        Resource: '*',
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': [...new Set([...facts.governedRegions, 'us-east-1'])] },
          ArnNotLike: { 'aws:PrincipalArn': facts.recoveryRoleArns },
        },
      },
      {
        Sid: 'LimitRegionsInference',
        Effect: 'Deny',
        Action: invoke,
        // Every model: which ones are approved is another policy's matter.
        Resource: '*',
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': facts.bedrockRegions },
          ...(geographies.length === 0
            ? {}
            : // True as well for a call that names no profile.
              { ArnNotLike: { 'bedrock:InferenceProfileArn': geographies } }),
        },
      },
      guardrailsInGeography(facts),
    ];
  },
  denied: deniedRegionUses,
  allowed: allowedRegionUses,
};

/** Inference profiles of approved geographies, called from where calls are logged. */
function approvedGeographies(facts: PolicyFacts): readonly string[] {
  const patterns = facts.inferenceProfiles.flatMap((profile) =>
    loggedSources(facts, profile).map(
      (source) => `arn:${facts.partition}:bedrock:${source}:*:inference-profile/${profile.id.split('.')[0]}.*`,
    ),
  );
  return [...new Set(patterns)];
}

function guardrailsInGeography({ partition, governedRegions, guardrailProfiles }: PolicyFacts): Statement {
  const profiles = guardrailProfiles.map(({ id }) => `arn:${partition}:bedrock:*:*:guardrail-profile/${id}`);
  return {
    Sid: 'LimitRegionsGuardrails',
    Effect: 'Deny',
    Action: 'bedrock:ApplyGuardrail',
    // Without guardrail profiles no guardrail at all is evaluated elsewhere.
    ...(profiles.length === 0 ? { Resource: '*' } : { NotResource: profiles }),
    Condition: { StringNotEquals: { 'aws:RequestedRegion': governedRegions } },
  };
}
