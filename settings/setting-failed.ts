/**
 * AWS is in a state that a setting must not change by itself, or took a call and did not do it.
 *
 * The message says what was found, where, and what a person can do: it is shown in the CloudFormation events.
 */
export class SettingFailed extends Error {
  override readonly name = 'SettingFailed';
}
