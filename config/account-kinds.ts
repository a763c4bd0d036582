/** The four kinds of account. The first three exist once and their kind is their name; every other account is a workload. */
export type AccountKind = 'management' | 'log-archive' | 'audit' | 'workload';

export function accountKindOf(name: string): AccountKind {
  return name === 'management' || name === 'log-archive' || name === 'audit' ? name : 'workload';
}
