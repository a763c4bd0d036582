import type { Template } from 'aws-cdk-lib/assertions';
import type { Statement } from '../../policies/policy';
import { type MatchedRequest, matcherOf } from './statement-matcher';

/** A request of an AWS service, of a principal of some organization, or of nobody. */
export interface ResourceRequest extends MatchedRequest {
  /** A service principal, or `*` for anybody else. */
  readonly service?: string;
}

/**
 * Judges requests by the resource policies of a template, as the service that owns the resources would: something allows it and nothing
 * denies it. What identity policies of the account allow is not judged.
 */
export function resourcePolicyJudge(template: Template): (request: ResourceRequest) => 'allowed' | 'denied' | 'silent' {
  const resources = template.toJSON().Resources as Record<
    string,
    { Type: string; Properties: Record<string, unknown> }
  >;
  const policies = Object.entries(resources).flatMap(([logicalId, { Type, Properties }]) => {
    if (Type === 'AWS::S3::BucketPolicy') return [{ document: Properties.PolicyDocument, self: '' }];
    if (Type === 'AWS::KMS::Key') return [{ document: Properties.KeyPolicy, self: keyArn(logicalId) }];
    return [];
  });
  const judges = policies.flatMap(({ document, self }) =>
    (resolved(document, resources) as { Statement: Statement[] }).Statement.map((statement) => {
      // In a key policy `*` is the key itself.
      const matches = matcherOf(self ? { ...statement, Resource: self } : statement);
      return { effect: statement.Effect, principal: statement.Principal, matches };
    }),
  );
  return (request) => {
    const speaking = judges.filter(({ principal, matches }) => isMeant(principal, request) && matches(request));
    if (speaking.some(({ effect }) => effect === 'Deny')) return 'denied';
    return speaking.length > 0 ? 'allowed' : 'silent';
  };
}

/** What a key of a template is called in requests. */
export function keyArn(logicalId: string): string {
  return `arn:aws:kms:ap-northeast-1:222233334444:key/${logicalId}`;
}

function isMeant(principal: Statement['Principal'], { service }: ResourceRequest): boolean {
  if (principal === '*' || principal === undefined) return true;
  if ([principal.AWS ?? []].flat().includes('*')) return true;
  return service !== undefined && [principal.Service ?? []].flat().includes(service);
}

function resolved(
  value: unknown,
  resources: Record<string, { Type: string; Properties: Record<string, unknown> }>,
): unknown {
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
