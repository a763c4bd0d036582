import type { NamedDocument } from '../evaluator/chain-input';

/** A policy that allows everything, such as `AdministratorAccess`. */
export function allowEverything(name: string): NamedDocument {
  return { name, document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } };
}

/** A resource policy that lets everybody in. */
export function letEverybodyIn(name: string): NamedDocument {
  return {
    name,
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] },
  };
}
