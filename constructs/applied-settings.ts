import { CustomResource, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BaselineFunction } from './baseline-function';

/** A setting with its desired state and the permissions it needs, as `desiredSetting` of settings/ makes it. */
export interface SettingToApply {
  readonly name: string;
  readonly desired: unknown;
  readonly permissions: readonly {
    readonly actions: readonly string[];
    readonly resources: readonly string[];
    readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  }[];
}

export interface AppliedSettingsProps {
  /** Bundled code of functions/apply-settings.ts. */
  readonly code: Code;
  /** IAM path of what is made here; the policies of the organization know the baseline's own roles and policies by it. */
  readonly iamPath: string;
  readonly logKey: IKey;
  /** Applied in this order, one after the other. */
  readonly settings: readonly SettingToApply[];
}

/**
 * Applies the settings that CloudFormation has no resource for, as part of `cdk deploy`: one function and one custom resource per
 * stack, one invocation at a time, least privilege from the settings themselves.
 *
 * Deleting the stack leaves every setting as it is. Costs nothing but its key's share and a few log lines.
 */
export class AppliedSettings extends Construct {
  private readonly resource: CustomResource;

  constructor(scope: Construct, id: string, props: AppliedSettingsProps) {
    super(scope, id);
    const apply = new BaselineFunction(this, 'Apply', {
      description: `Applies ${props.settings.map(({ name }) => name).join(', ')}`,
      code: props.code,
      iamPath: props.iamPath,
      logKey: props.logKey,
      logRetention: RetentionDays.ONE_YEAR,
      timeout: Duration.minutes(15),
      statements: props.settings.flatMap(({ permissions }) =>
        permissions.map(
          ({ actions, resources, condition }) =>
            new PolicyStatement({ actions: [...actions], resources: [...resources], conditions: condition }),
        ),
      ),
    });
    this.resource = new CustomResource(this, 'Settings', {
      resourceType: 'Custom::Settings',
      serviceToken: apply.function.functionArn,
      serviceTimeout: Duration.minutes(16),
      // As JSON text: CloudFormation turns the numbers and booleans of a custom resource into strings.
      properties: {
        settings: props.settings.map(({ name, desired }) => ({ name, desired: Stack.of(this).toJsonString(desired) })),
      },
    });
    this.resource.node.addDependency(apply);
  }

  /** A value that a setting returned, such as `guardduty-organization` → `DetectorId`. */
  attribute(setting: string, name: string): string {
    return this.resource.getAttString(`${setting}.${name}`);
  }
}
