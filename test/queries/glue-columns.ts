import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TrailTable } from '../../constructs/trail-table';

export interface GlueColumn {
  readonly Name: string;
  readonly Type: string;
}

/** The columns of the table as it is deployed. */
export function glueColumns(): readonly GlueColumn[] {
  const stack = new Stack(new App(), 'table');
  new TrailTable(stack, 'Table', {
    databaseName: 'archive',
    bucketName: 'trail',
    organizationId: 'o-exampleorg1',
    partition: 'aws',
    retentionDays: 365,
  });
  const [table] = Object.values(Template.fromStack(stack).findResources('AWS::Glue::Table'));
  return table?.Properties.TableInput.StorageDescriptor.Columns;
}
