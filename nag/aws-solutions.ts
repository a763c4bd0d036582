import { AwsSolutionsChecks, type IApplyRule } from 'cdk-nag';
import { Recording } from './recording';
import type { PackRecord, Waive } from './records';
import type { ResourceRegistry } from './resource-registry';

/** cdk-nag's AwsSolutions pack, with a record of every state of every rule. */
export class RecordedAwsSolutions extends AwsSolutionsChecks {
  private readonly recording: Recording;

  constructor(waive: Waive, resources: ResourceRegistry) {
    super(undefined, { verbose: true });
    this.recording = new Recording(this.packName, waive, resources);
  }

  protected override applyRule(params: IApplyRule): void {
    const reportable = this.recording.evaluate(params);
    if (reportable) super.applyRule(reportable);
  }

  toRecord(): PackRecord {
    return this.recording.toRecord();
  }
}
