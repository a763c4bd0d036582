/**
 * What a function finds worth telling in the events of the organization trail. One filter over one log group sees every account and
 * every region, also those that nobody governs, without a rule in each of them. At most 1,024 characters.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export const watchedEventsPattern = [
  '{(($.errorCode NOT EXISTS) && (',
  [
    ...['PutModelInvocationLoggingConfiguration', 'DeleteModelInvocationLoggingConfiguration', 'UpdateGuardrail'],
    ...['DeleteGuardrail', 'PutAccountDataRetention', 'PutEnforcedGuardrailConfiguration'],
    ...['DeleteEnforcedGuardrailConfiguration', 'UpdateTrail', 'DeleteTrail', 'StopLogging', 'PutEventSelectors'],
    ...['DetachPolicy', 'DeletePolicy', 'DisablePolicyType'],
  ]
    .map((name) => `($.eventName=${name})`)
    .join(' || '),
  ' || (($.eventName=AssumeRoleWithSAML) && ($.requestParameters.roleArn="*AWSReservedSSO_break-glass-administrator_*"))',
  ')) || (($.userIdentity.type="Root") && ($.userIdentity.invokedBy NOT EXISTS))}',
].join('');
