import {
  type AttributeValue,
  type CancellationReason,
  type GetItemCommandInput,
  type GetItemCommandOutput,
  TransactionCanceledException,
  type TransactWriteItem,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { BudgetExceeded, type Charge, type Claim, type ClaimTable, ClaimTaken } from './claim';

/** The two calls of DynamoDB a claim table needs. */
export interface DynamoDbClient {
  getItem(input: GetItemCommandInput): Promise<Pick<GetItemCommandOutput, 'Item'>>;
  transactWriteItems(input: TransactWriteItemsCommandInput): Promise<unknown>;
}

/**
 * Claims and counters in one table with the key `id`. A claim and its charges are one transaction. Attributes that conditions and
 * the time to live need are attributes; the rest of a claim is JSON, so that a new field needs no migration.
 *
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html
 */
export function dynamoDbClaims(client: DynamoDbClient, TableName: string): ClaimTable {
  return {
    async read(eventId) {
      const { Item } = await client.getItem({ TableName, Key: { id: { S: claimId(eventId) } }, ConsistentRead: true });
      return Item?.claim?.S === undefined ? undefined : (JSON.parse(Item.claim.S) as Claim);
    },

    async write(claim, charges = []) {
      const impossible = charges.find(({ tokens, limit = Infinity }) => tokens > limit);
      if (impossible) throw new BudgetExceeded(impossible.counter);
      try {
        await client.transactWriteItems({
          TransactItems: [putClaim(TableName, claim), ...charges.map((charge) => addTokens(TableName, charge))],
        });
      } catch (error) {
        throw error instanceof TransactionCanceledException
          ? meaningOf(error.CancellationReasons ?? [], claim, charges, error)
          : error;
      }
    },
  };
}

function putClaim(TableName: string, claim: Claim): TransactWriteItem {
  const first = claim.version === 1;
  return {
    Put: {
      TableName,
      Item: {
        id: { S: claimId(claim.eventId) },
        version: { N: String(claim.version) },
        expiresAt: { N: String(claim.expiresAt) },
        claim: { S: JSON.stringify(claim) },
      },
      ConditionExpression: first ? 'attribute_not_exists(#id)' : '#version = :before',
      ExpressionAttributeNames: first ? { '#id': 'id' } : { '#version': 'version' },
      ...(!first && { ExpressionAttributeValues: { ':before': { N: String(claim.version - 1) } } }),
    },
  };
}

function addTokens(TableName: string, { counter, tokens, limit, expiresAt }: Charge): TransactWriteItem {
  const values: Record<string, AttributeValue> = { ':tokens': { N: String(tokens) }, ':end': { N: String(expiresAt) } };
  if (limit !== undefined) values[':most'] = { N: String(limit - tokens) };
  return {
    Update: {
      TableName,
      Key: { id: { S: counter } },
      UpdateExpression: 'ADD #tokens :tokens SET #end = :end',
      ExpressionAttributeNames: { '#tokens': 'tokens', '#end': 'expiresAt' },
      ...(limit !== undefined && { ConditionExpression: 'attribute_not_exists(#tokens) OR #tokens <= :most' }),
      ExpressionAttributeValues: values,
    },
  };
}

/** What a cancelled transaction says: reasons come in the order of the items. */
function meaningOf(
  reasons: readonly CancellationReason[],
  claim: Claim,
  charges: readonly Charge[],
  error: Error,
): Error {
  const failed = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
  if (failed === 0) return new ClaimTaken(claim.eventId);
  const charge = failed > 0 ? charges[failed - 1] : undefined;
  return charge ? new BudgetExceeded(charge.counter) : error;
}

/** No counter begins like this. */
function claimId(eventId: string): string {
  return `event#${eventId}`;
}
