import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SecurityHub } from '@aws-sdk/client-securityhub';

/** A finding as Security Hub keeps it, as far as suppressions read and write it. */
export interface KeptFinding {
  readonly Id: string;
  readonly ProductArn: string;
  readonly AwsAccountId: string;
  readonly Resources: readonly { readonly Id: string }[];
  readonly Compliance: { readonly SecurityControlId: string };
  readonly RecordState: 'ACTIVE' | 'ARCHIVED';
  Workflow: { Status: string };
  Note?: { Text: string; UpdatedBy: string };
}

interface KeptRule {
  readonly RuleArn: string;
  RuleName: string;
  RuleOrder: number;
  RuleStatus: string;
  [field: string]: unknown;
}

/** What is sent, by the names of the fields. */
interface RequestBody {
  readonly AutomationRulesArns: readonly string[];
  readonly UpdateAutomationRulesRequestItems: readonly KeptRule[];
  readonly Filters: Filters;
  readonly NextToken?: string;
  readonly FindingIdentifiers: readonly { readonly Id: string }[];
  readonly Workflow: { readonly Status: string };
  readonly Note: { readonly Text: string; readonly UpdatedBy: string };
}

type Filters = Readonly<Record<string, readonly { readonly Value: string; readonly Comparison: string }[]>>;

const fields: Record<string, (finding: KeptFinding) => readonly string[]> = {
  AwsAccountId: ({ AwsAccountId }) => [AwsAccountId],
  ComplianceSecurityControlId: ({ Compliance }) => [Compliance.SecurityControlId],
  NoteUpdatedBy: ({ Note }) => (Note ? [Note.UpdatedBy] : []),
  RecordState: ({ RecordState }) => [RecordState],
  ResourceId: ({ Resources }) => Resources.map(({ Id }) => Id),
  WorkflowStatus: ({ Workflow }) => [Workflow.Status],
};

/** As Security Hub filters: every field has to match, by one of its values. A field or a comparison it does not know is an error. */
function isMatch(finding: KeptFinding, filters: Filters): boolean {
  return Object.entries(filters).every(([field, wanted]) => {
    const valuesOf = fields[field];
    if (!valuesOf) throw new Error(`the test does not know the filter ${field}`);
    return wanted.some(({ Value, Comparison }) =>
      valuesOf(finding).some((value) => (Comparison === 'PREFIX' ? value.startsWith(Value) : value === Value)),
    );
  });
}

/** Security Hub CSPM of one account, behind real HTTP, with as much of it as suppressions use. */
export class SecurityHubServer {
  readonly requests: string[] = [];
  rules: KeptRule[] = [];
  findings: KeptFinding[] = [];
  /** Operations that answer with an error of AWS, by name of the error. */
  failing: Record<string, string> = {};
  private server?: Server;
  private port = 0;

  constructor(readonly accountId: string) {}

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      void read(request).then((body) => {
        const route = `${request.method} ${request.url?.split('?')[0]}`;
        this.requests.push(route);
        const failure = this.failing[route];
        const answer = failure ? { message: `${failure} from a test` } : this.answer(route, body);
        response.writeHead(failure ? 403 : 200, {
          'content-type': 'application/json',
          ...(failure ? { 'x-amzn-errortype': failure } : {}),
        });
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }

  client(region: string): SecurityHub {
    return new SecurityHub({
      region,
      endpoint: `http://127.0.0.1:${this.port}`,
      credentials: { accessKeyId: 'example', secretAccessKey: 'example' },
      maxAttempts: 1,
    });
  }

  writes(): string[] {
    return this.requests.filter((route) => /create|update|delete/.test(route));
  }

  private answer(route: string, body: RequestBody): object {
    switch (route) {
      case 'GET /accounts':
        return { HubArn: `arn:aws:securityhub:ap-northeast-1:${this.accountId}:hub/default` };
      case 'GET /automationrules/list':
        return { AutomationRulesMetadata: this.rules };
      case 'POST /automationrules/get':
        return { Rules: this.rules.filter(({ RuleArn }) => body.AutomationRulesArns.includes(RuleArn)) };
      case 'POST /automationrules/create': {
        const RuleArn = `arn:aws:securityhub:ap-northeast-1:${this.accountId}:automation-rule/${this.rules.length + 1}`;
        this.rules.push({ ...(body as unknown as KeptRule), RuleArn });
        return { RuleArn };
      }
      case 'PATCH /automationrules/update': {
        const items = body.UpdateAutomationRulesRequestItems;
        this.rules = this.rules.map((rule) => ({ ...rule, ...items.find(({ RuleArn }) => RuleArn === rule.RuleArn) }));
        return { ProcessedAutomationRules: items.map(({ RuleArn }) => RuleArn) };
      }
      case 'POST /automationrules/delete':
        this.rules = this.rules.filter(({ RuleArn }) => !body.AutomationRulesArns.includes(RuleArn));
        return { ProcessedAutomationRules: body.AutomationRulesArns };
      case 'POST /findings': {
        const found = this.findings.filter((finding) => isMatch(finding, body.Filters));
        // Two pages, as soon as there are two findings.
        const first = body.NextToken === undefined;
        return found.length > 1
          ? { Findings: first ? found.slice(0, 1) : found.slice(1), ...(first ? { NextToken: 'second' } : {}) }
          : { Findings: found };
      }
      case 'PATCH /findings/batchupdate': {
        const identifiers = body.FindingIdentifiers;
        for (const finding of this.findings.filter(({ Id }) => identifiers.some((one) => one.Id === Id))) {
          finding.Workflow = body.Workflow;
          finding.Note = body.Note;
        }
        return { ProcessedFindings: identifiers, UnprocessedFindings: [] };
      }
      default:
        throw new Error(`the test has no answer for ${route}`);
    }
  }
}

async function read(request: IncomingMessage): Promise<RequestBody> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text || '{}');
}
