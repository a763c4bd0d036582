import { settings } from '../../settings/catalogue';
import type { Setting } from '../../settings/setting';

/**
 * What CloudFormation sends for a custom resource.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html
 */
export interface SettingsRequest {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  /** Secret: whoever has it can answer in our place. Never logged. */
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  /** Absent for Create. */
  readonly PhysicalResourceId?: string;
  /** `settings: [{ name, desired }]`, where `desired` is JSON text. */
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
}

/** A setting that the template asks for. */
export interface RequestedSetting {
  readonly setting: Setting<unknown, unknown>;
  readonly desired: unknown;
}

/** The template asks for something this function does not understand: they come from different versions of the project. */
export class RequestMistake extends Error {
  override readonly name = 'RequestMistake';
}

/** The settings of a request, in order. Throws one RequestMistake that names everything that is wrong. */
export function requestedSettings({ ResourceProperties }: SettingsRequest): readonly RequestedSetting[] {
  const listed = ResourceProperties.settings;
  if (!Array.isArray(listed)) throw mistake(['settings: is not a list']);
  const mistakes: string[] = [];
  const requested = listed.flatMap((entry: unknown, index): readonly RequestedSetting[] => {
    const { name, desired } = Object(entry) as Record<string, unknown>;
    const setting = settingNamed(name);
    if (!setting) {
      mistakes.push(`settings[${index}].name: ${JSON.stringify(name)} is not a setting`);
      return [];
    }
    try {
      return [{ setting, desired: JSON.parse(String(desired)) }];
    } catch (error) {
      mistakes.push(`settings[${index}].desired: is not JSON (${(error as Error).message})`);
      return [];
    }
  });
  if (mistakes.length > 0) throw mistake(mistakes);
  return requested;
}

function settingNamed(name: unknown): Setting<unknown, unknown> | undefined {
  return Object.entries(settings).find(([known]) => known === name)?.[1];
}

function mistake(mistakes: readonly string[]): RequestMistake {
  return new RequestMistake(
    `${mistakes.join('; ')}. The template and the code of this function come from different versions of the project: ` +
      'deploy both from one. Nothing was changed.',
  );
}
