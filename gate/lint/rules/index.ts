import type { FolderRule, JsonRule, PolicyRule } from '../rule';
import { absentKeyFlipsMeaning } from './absent-key-flips-meaning';
import { commentInJson } from './comment-in-json';
import { duplicateName } from './duplicate-name';
import { duplicateSid } from './duplicate-sid';
import { exemptionNeverApplies } from './exemption-never-applies';
import { invalidConditionValue } from './invalid-condition-value';
import { invalidEffect } from './invalid-effect';
import { invalidJson } from './invalid-json';
import { invalidResource } from './invalid-resource';
import { invalidSid } from './invalid-sid';
import { mantleListInverted } from './mantle-list-inverted';
import { missingElement } from './missing-element';
import { missingSid } from './missing-sid';
import { missingVersion } from './missing-version';
import { notResourceForgetsInferenceProfiles } from './not-resource-forgets-inference-profiles';
import { policyTooLarge } from './policy-too-large';
import { regionLimitForgetsGuardrailProfiles } from './region-limit-forgets-guardrail-profiles';
import { serviceWithoutRcpSupport } from './service-without-rcp-support';
import { sessionArnAsPrincipal } from './session-arn-as-principal';
import { tooManyPolicies } from './too-many-policies';
import { unfilledPlaceholder } from './unfilled-placeholder';
import { unknownAction } from './unknown-action';
import { unknownConditionKey } from './unknown-condition-key';
import { unknownElement } from './unknown-element';
import { unknownOperator } from './unknown-operator';
import { unknownService } from './unknown-service';
import { unsupportedConditionKey } from './unsupported-condition-key';
import { unsupportedElement } from './unsupported-element';
import { wildcardTakenLiterally } from './wildcard-taken-literally';
import { wrongType } from './wrong-type';

/** What is wrong with the text of a file. */
export const jsonRules: readonly JsonRule[] = [commentInJson, duplicateName, invalidJson];

/** What is wrong with a policy, in the order of their ids. */
export const policyRules: readonly PolicyRule[] = [
  absentKeyFlipsMeaning,
  duplicateSid,
  exemptionNeverApplies,
  invalidConditionValue,
  invalidEffect,
  invalidResource,
  invalidSid,
  mantleListInverted,
  missingElement,
  missingSid,
  missingVersion,
  notResourceForgetsInferenceProfiles,
  policyTooLarge,
  regionLimitForgetsGuardrailProfiles,
  serviceWithoutRcpSupport,
  sessionArnAsPrincipal,
  unfilledPlaceholder,
  unknownAction,
  unknownConditionKey,
  unknownElement,
  unknownOperator,
  unknownService,
  unsupportedConditionKey,
  unsupportedElement,
  wildcardTakenLiterally,
  wrongType,
];

/** What is wrong with the policies of a folder together. */
export const folderRules: readonly FolderRule[] = [tooManyPolicies];
