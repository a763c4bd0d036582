import { DuckDBInstance } from '@duckdb/node-api';

export type Row = Record<string, string | number | null>;

/** Where the events lie: a glob of log files, plain or gzip, and what tells account, region and day of each. */
export interface ArchiveFiles {
  readonly files: string;
  /** Pattern of the path with three groups, and how the third becomes a day. */
  readonly partitions: { readonly pattern: string; readonly day: string };
}

/** The layout of an organization trail: the folders are the partitions. */
export function organizationTrail(root: string): ArchiveFiles {
  return {
    files: `${root}/AWSLogs/*/*/CloudTrail/*/*/*/*/*.json.gz`,
    partitions: { pattern: 'AWSLogs/[^/]+/([0-9]{12})/CloudTrail/([^/]+)/([0-9]{4}/[0-9]{2}/[0-9]{2})/', day: '{3}' },
  };
}

/** Log files without their folders: the names say the same. */
export function looseFiles(folder: string): ArchiveFiles {
  return {
    files: `${folder}/*.json`,
    partitions: {
      pattern: '([0-9]{12})_CloudTrail_([^_]+)_([0-9]{8})T',
      day: "strftime(strptime({3}, '%Y%m%d'), '%Y/%m/%d')",
    },
  };
}

/** What Athena calls differently. The macros answer as Athena does, also where DuckDB's own function would fail or answer otherwise. */
const athenaFunctions = [
  // Nothing for malformed JSON, and for what is no scalar. https://trino.io/docs/current/functions/json.html#json-functions
  `CREATE MACRO json_extract_scalar(json_text, path) AS CASE
     WHEN json_valid(json_text) AND json_type(json_text, path) NOT IN ('OBJECT', 'ARRAY', 'NULL')
     THEN json_extract_string(json_text, path) END`,
  'CREATE MACRO date_format(moment, format) AS strftime(moment, format)',
  // Days are days of UTC in Athena.
  "SET TimeZone = 'UTC'",
];

/** Names inside events that are not all lower case, as they are in Glue. */
const spelling: Readonly<Record<string, string>> = {
  ...{ eventversion: 'eventVersion', useridentity: 'userIdentity', eventtime: 'eventTime', eventsource: 'eventSource' },
  ...{ eventname: 'eventName', awsregion: 'awsRegion', sourceipaddress: 'sourceIPAddress', useragent: 'userAgent' },
  ...{ errorcode: 'errorCode', errormessage: 'errorMessage', requestparameters: 'requestParameters' },
  ...{ responseelements: 'responseElements', additionaleventdata: 'additionalEventData', requestid: 'requestID' },
  ...{ eventid: 'eventID', readonly: 'readOnly', eventtype: 'eventType', apiversion: 'apiVersion' },
  ...{ recipientaccountid: 'recipientAccountId', serviceeventdetails: 'serviceEventDetails' },
  ...{ sharedeventid: 'sharedEventID', vpcendpointid: 'vpcEndpointId', vpcendpointaccountid: 'vpcEndpointAccountId' },
  ...{ eventcategory: 'eventCategory', sessioncredentialfromconsole: 'sessionCredentialFromConsole' },
  ...{ edgedevicedetails: 'edgeDeviceDetails', tlsdetails: 'tlsDetails', principalid: 'principalId' },
  ...{ accountid: 'accountId', invokedby: 'invokedBy', accesskeyid: 'accessKeyId', username: 'userName' },
  ...{ onbehalfof: 'onBehalfOf', userid: 'userId', identitystorearn: 'identityStoreArn' },
  ...{ sessioncontext: 'sessionContext', mfaauthenticated: 'mfaAuthenticated', creationdate: 'creationDate' },
  ...{ sessionissuer: 'sessionIssuer', ec2roledelivery: 'ec2RoleDelivery', updatedfields: 'updatedFields' },
  ...{ webidfederationdata: 'webIdFederationData', federatedprovider: 'federatedProvider' },
  ...{ originalrequestid: 'originalRequestID', originaleventid: 'originalEventID', tlsversion: 'tlsVersion' },
  ...{ ciphersuite: 'cipherSuite', clientprovidedhostheader: 'clientProvidedHostHeader' },
};

/** A Glue type as the structure DuckDB reads it with: `struct<type:string>` → `{"type":"VARCHAR"}`. */
export function structureOf(type: string): unknown {
  const inner = (name: string) => (type.startsWith(`${name}<`) ? type.slice(name.length + 1, -1) : undefined);
  if (type === 'string') return 'VARCHAR';
  if (type === 'map<string,string>') return 'MAP(VARCHAR, VARCHAR)';
  const element = inner('array');
  // Only in lists of resources is ARN written like that.
  if (element) return [structureOf(element.replace(/\barn:/, 'ARN:'))];
  const fields = inner('struct');
  if (fields === undefined) throw new Error(`the engine does not know the Glue type ${type}`);
  return Object.fromEntries(
    splitFields(fields).map((field) => {
      const colon = field.indexOf(':');
      const name = field.slice(0, colon);
      return [spelling[name] ?? name, structureOf(field.slice(colon + 1))];
    }),
  );
}

function splitFields(fields: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, character] of [...fields].entries()) {
    if (character === '<') depth += 1;
    if (character === '>') depth -= 1;
    if (character === ',' && depth === 0) {
      found.push(fields.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, fields.slice(start)];
}

/**
 * The table `organization_trail` over log files, with the columns and types of the Glue table, in an embedded engine. Structures stay
 * structures and the rest of an event stays JSON text, as the SerDe of the table reads them.
 */
export async function archiveEngine(
  { files, partitions }: ArchiveFiles,
  glueColumns: readonly { readonly Name: string; readonly Type: string }[],
) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const statement of athenaFunctions) await connection.run(statement);
  const structure = Object.fromEntries(
    glueColumns.map(({ Name, Type }) => [spelling[Name] ?? Name, structureOf(Type)]),
  );
  const group = (number: number) => `regexp_extract(filename, '${partitions.pattern}', ${number})`;
  await connection.run(`CREATE TABLE organization_trail AS
    SELECT ${glueColumns.map(({ Name }) => `event.${spelling[Name] ?? Name} AS ${Name}`).join(', ')},
      ${group(1)} AS account, ${group(2)} AS region, ${partitions.day.replace('{3}', group(3))} AS day
    FROM (
      SELECT json_transform(record, '${JSON.stringify(structure)}') AS event, filename
      FROM (
        SELECT unnest(Records) AS record, filename
        FROM read_json('${files}', columns = {Records: 'JSON[]'}, filename = true)
      )
    )`);
  return {
    async ask(sql: string): Promise<{ readonly columns: readonly string[]; readonly rows: readonly Row[] }> {
      const reader = await connection.runAndReadAll(sql);
      const rows = reader
        .getRowObjectsJS()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
          ),
        );
      return { columns: reader.columnNames(), rows: rows as Row[] };
    },
    close: () => connection.closeSync(),
  };
}
