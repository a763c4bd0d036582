import { arnEquals, arnLike, arnNotEquals, arnNotLike } from './arn-like';
import { binaryEquals } from './binary-equals';
import { bool } from './bool';
import { dateOperators } from './date';
import { ipAddress, notIpAddress } from './ip-address';
import { numericOperators } from './numeric';
import type { ConditionOperator } from './operator';
import { stringEquals, stringNotEquals } from './string-equals';
import { stringEqualsIgnoreCase, stringNotEqualsIgnoreCase } from './string-equals-ignore-case';
import { stringLike, stringNotLike } from './string-like';

/** Every operator that compares values, by its name; `Null` only asks whether the key is there. */
export const CONDITION_OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map(
  [
    stringEquals,
    stringNotEquals,
    stringEqualsIgnoreCase,
    stringNotEqualsIgnoreCase,
    stringLike,
    stringNotLike,
    ...numericOperators,
    ...dateOperators,
    bool,
    binaryEquals,
    ipAddress,
    notIpAddress,
    arnEquals,
    arnLike,
    arnNotEquals,
    arnNotLike,
  ].map((operator) => [operator.name, operator]),
);
