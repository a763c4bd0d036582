import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organizationApp } from '../../bin/app';
import type { Organization } from '../../config/resolve-organization';
import { emptyFunctionCode } from './example';

/** A resource of a template, with every reference replaced by what CloudFormation would put there. */
export interface DeployedResource {
  readonly stack: string;
  readonly id: string;
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: string }>>;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Properties }>>;
}
type Properties = Readonly<Record<string, unknown>>;

/** What identifies the made-up resources: the guardrail's id, and what Secrets Manager adds to a name. */
export const guardrailId = 'abcdefghijkl';
export const secretSuffix = '-AbCdEf';

/**
 * The resources of an organization as they would be once all stacks are deployed: parameters that one stack publishes and another reads
 * have their value. Throws on a reference it cannot follow, so that no statement is judged with a hole in it.
 */
export function deployed(organization: Organization): readonly DeployedResource[] {
  const outdir = mkdtempSync(join(tmpdir(), 'ishizue-deployed-'));
  const stacks = organizationApp(organization, { outdir, functionCode: emptyFunctionCode }).synth().stacks;
  const published = new Map<string, string>();
  return stacks.flatMap(({ id: stack, environment, templateFullPath }) => {
    const template: Template = JSON.parse(readFileSync(templateFullPath, 'utf8'));
    const place = { account: environment.account, region: environment.region };
    const resources = Object.entries(template.Resources).map(([id, { Type, Properties = {} }]) => {
      const resolved = resolve(Properties, template, place, published, stack) as Properties;
      return { stack, id, Type, Properties: resolved };
    });
    for (const { Type, Properties } of resources) {
      const { Name, Value } = Properties as { Name: string; Value: string };
      if (Type === 'AWS::SSM::Parameter') published.set(`${environment.name} ${Name}`, Value);
    }
    return resources;
  });
}

interface Place {
  readonly account: string;
  readonly region: string;
}

function resolve(
  value: unknown,
  template: Template,
  place: Place,
  published: ReadonlyMap<string, string>,
  stack: string,
): unknown {
  const again = (inner: unknown) => resolve(inner, template, place, published, stack);
  if (Array.isArray(value)) return value.map(again);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, given] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0) {
    if (name === 'Fn::Join') {
      const [separator, parts] = given as [string, unknown[]];
      return parts.map(again).join(separator);
    }
    if (name === 'Ref' && typeof given === 'string') {
      const parameter = template.Parameters?.[given]?.Default;
      if (parameter === undefined) return referenced(given, undefined, template, place);
      const known = published.get(`aws://${place.account}/${place.region} ${parameter}`);
      return known ?? `value of ${parameter}`;
    }
    if (name === 'Fn::GetAtt') {
      const [id, attribute] = given as [string, string];
      return referenced(id, attribute, template, place);
    }
    if (name.startsWith('Fn::')) return `${name} in ${stack}`;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, again(inner)]));
}

/** ARN, id or name of a resource, as CloudFormation returns it. */
function referenced(id: string, attribute: string | undefined, template: Template, { account, region }: Place): string {
  if (id === 'AWS::Partition') return 'aws';
  if (id === 'AWS::AccountId') return account;
  if (id === 'AWS::Region') return region;
  const { Type = '', Properties = {} } = template.Resources[id] ?? {};
  const named = (property: string) => String(Properties[property] ?? id);
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
  switch (`${Type} ${attribute ?? 'Ref'}`) {
    case 'AWS::Bedrock::Guardrail GuardrailArn':
      return arn('bedrock', `guardrail/${guardrailId}`);
    case 'AWS::Bedrock::Guardrail GuardrailId':
      return guardrailId;
    case 'AWS::DynamoDB::Table Arn':
      return arn('dynamodb', `table/${id}`);
    case 'AWS::KMS::Key Arn':
      return arn('kms', `key/${id}`);
    case 'AWS::Lambda::Function Arn':
      return arn('lambda', `function:${named('FunctionName')}`);
    case 'AWS::Logs::LogGroup Arn':
      return arn('logs', `log-group:${named('LogGroupName')}:*`);
    case 'AWS::SecretsManager::Secret Ref':
      return arn('secretsmanager', `secret:${named('Name')}${secretSuffix}`);
    case 'AWS::SQS::Queue Arn':
      return arn('sqs', id);
    default:
      return `${attribute ?? 'Ref'} of ${id}`;
  }
}
