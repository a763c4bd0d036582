import type { Template } from 'aws-cdk-lib/assertions';
import { type Chain, compileChain } from '../../evaluator/chain';

/** A request of an AWS service, of a principal of some organization, or of nobody. */
export interface ResourceRequest {
  /** A service principal. @default a role of the organization that the context names, or nobody where it names none */
  readonly service?: string;
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | undefined>>;
}

type Resources = Readonly<Record<string, { Type: string; Properties: Record<string, unknown> }>>;

/**
 * Judges requests by the resource policies of a template, as the service that owns the resources would: something allows it and nothing
 * denies it. Nobody has an identity policy, so that `silent` is what the account's own policies would decide.
 */
export function resourcePolicyJudge(template: Template): (request: ResourceRequest) => 'allowed' | 'denied' | 'silent' {
  const resources = template.toJSON().Resources as Resources;
  const chains = Object.entries(resources).flatMap(([logicalId, { Type, Properties }]): [string, Chain][] => {
    if (Type === 'AWS::S3::BucketPolicy') {
      const { Ref = '' } = Properties.Bucket as { Ref?: string };
      const arn = `arn:aws:s3:::${resources[Ref]?.Properties.BucketName}`;
      return [[arn, chainOf('resource-policy', resolved(Properties.PolicyDocument, resources))]];
    }
    if (Type !== 'AWS::KMS::Key') return [];
    return [[keyArn(logicalId), chainOf('kms-key-policy', resolved(Properties.KeyPolicy, resources))]];
  });
  return ({ service, action, resource, context }) => {
    const [, chain] = chains.find(([arn]) => resource === arn || resource.startsWith(`${arn}/`)) ?? [];
    if (!chain) throw new Error(`no policy of the template is about ${resource}`);
    const organizationId = context['aws:PrincipalOrgID'];
    const somebody = organizationId ? { arn: `arn:aws:iam::${owner}:role/somebody`, organizationId } : 'anonymous';
    const decision = chain.decide({
      principal: service ?? somebody,
      action,
      resource,
      resourceAccountId: owner,
      context,
    });
    if (decision === 'unknown') throw new Error(`${action} on ${resource} lacks a key to be decided`);
    return decision === 'allowed' ? 'allowed' : decision === 'explicitly-denied' ? 'denied' : 'silent';
  };
}

const owner = '222233334444';

function chainOf(kind: 'resource-policy' | 'kms-key-policy', document: unknown): Chain {
  return compileChain({ resourcePolicy: { name: kind, kind, document } });
}

/** What a key of a template is called in requests. */
export function keyArn(logicalId: string): string {
  return `arn:aws:kms:ap-northeast-1:${owner}:key/${logicalId}`;
}

function resolved(value: unknown, resources: Resources): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, resources));
  if (typeof value !== 'object' || value === null) return value;
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as {
    Ref?: string;
    'Fn::GetAtt'?: [string, string];
    'Fn::Join'?: [string, unknown[]];
  };
  if (Ref === 'AWS::Partition') return 'aws';
  if (attribute) {
    const [logicalId] = attribute;
    const found = resources[logicalId];
    return found?.Type === 'AWS::S3::Bucket' ? `arn:aws:s3:::${found.Properties.BucketName}` : keyArn(logicalId);
  }
  if (join) return (resolved(join[1], resources) as string[]).join(join[0]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, resources)]));
}
