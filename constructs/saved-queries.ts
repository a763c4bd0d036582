import { CfnNamedQuery } from 'aws-cdk-lib/aws-athena';
import { Construct } from 'constructs';
import type { Language, LocalizedText } from './localized-text';
import { pascalCase } from './logical-name';
import type { QueryWorkgroup } from './query-workgroup';
import type { TrailTable } from './trail-table';

export interface SavedQueriesProps {
  readonly databaseName: string;
  /** The table the queries read. */
  readonly table: TrailTable;
  readonly workgroup: QueryWorkgroup;
  readonly language: Language;
  readonly queries: readonly {
    /** Name of the query in Athena. */
    readonly id: string;
    readonly title: LocalizedText;
    readonly question: LocalizedText;
    readonly sql: string;
  }[];
}

/**
 * Questions to the log archive, ready to run in the Athena console of its workgroup. They look at the last days; whoever wants others
 * changes the condition on `day`. Saving them costs nothing.
 *
 * https://docs.aws.amazon.com/athena/latest/ug/saved-queries.html
 */
export class SavedQueries extends Construct {
  constructor(scope: Construct, id: string, props: SavedQueriesProps) {
    super(scope, id);
    for (const { id: name, title, question, sql } of props.queries) {
      const query = new CfnNamedQuery(this, pascalCase(name), {
        name,
        description: `${title[props.language]}: ${question[props.language]}`,
        database: props.databaseName,
        workGroup: props.workgroup.name,
        queryString: sql,
      });
      query.node.addDependency(props.workgroup, props.table);
    }
  }
}
