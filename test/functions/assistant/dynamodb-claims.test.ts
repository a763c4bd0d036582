import { TransactionCanceledException, type TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { BudgetExceeded, type Charge, ClaimTaken, newClaim } from '../../../functions/assistant/claim';
import { dynamoDbClaims } from '../../../functions/assistant/dynamodb-claims';

const claim = newClaim('Ev1', Date.UTC(2026, 10, 27));
const charge: Charge = { counter: 'tokens#2026-11-27', tokens: 100, limit: 1000, expiresAt: 1 };

function fake(answer: { cancelled?: (string | undefined)[]; item?: string; error?: Error } = {}) {
  const sent: unknown[] = [];
  const claims = dynamoDbClaims(
    {
      getItem: async (input) => {
        sent.push(input);
        return { Item: answer.item === undefined ? undefined : { claim: { S: answer.item } } };
      },
      transactWriteItems: async (input: TransactWriteItemsCommandInput) => {
        sent.push(input);
        if (answer.error) throw answer.error;
        if (!answer.cancelled) return {};
        const CancellationReasons = answer.cancelled.map((Code) => ({ Code }));
        throw new TransactionCanceledException({ message: '日本語の質問', CancellationReasons, $metadata: {} });
      },
    },
    'claims',
  );
  return { sent, claims };
}

describe('a claim in DynamoDB', () => {
  test('is read as it was last written', async () => {
    const { sent, claims } = fake({ item: JSON.stringify(claim) });
    expect(await claims.read('Ev1')).toEqual(claim);
    expect(sent).toEqual([{ TableName: 'claims', Key: { id: { S: 'event#Ev1' } }, ConsistentRead: true }]);
    expect(await fake().claims.read('Ev1')).toBeUndefined();
  });

  test('is written first only where there is none', async () => {
    const { sent, claims } = fake();
    await claims.write(claim);
    expect(sent).toMatchObject([
      {
        TransactItems: [
          {
            Put: {
              Item: { id: { S: 'event#Ev1' }, expiresAt: { N: String(claim.expiresAt) } },
              ConditionExpression: 'attribute_not_exists(#id)',
            },
          },
        ],
      },
    ]);
  });

  test('is written later only over the version it was made from, together with its charges', async () => {
    const { sent, claims } = fake();
    await claims.write({ ...claim, version: 7 }, [
      charge,
      { ...charge, counter: 'other', tokens: -5, limit: undefined },
    ]);
    const [{ TransactItems }] = sent as [{ TransactItems: Record<string, Record<string, unknown>>[] }];
    expect(TransactItems[0]?.Put).toMatchObject({
      ConditionExpression: '#version = :before',
      ExpressionAttributeValues: { ':before': { N: '6' } },
    });
    expect(TransactItems[1]?.Update).toMatchObject({
      Key: { id: { S: 'tokens#2026-11-27' } },
      ConditionExpression: 'attribute_not_exists(#tokens) OR #tokens <= :most',
      ExpressionAttributeValues: { ':tokens': { N: '100' }, ':most': { N: '900' } },
    });
    expect(TransactItems[2]?.Update).not.toHaveProperty('ConditionExpression');
    expect(TransactItems[2]?.Update).toMatchObject({ ExpressionAttributeValues: { ':tokens': { N: '-5' } } });
  });

  test('that somebody else has written is taken', async () => {
    const { claims } = fake({ cancelled: ['ConditionalCheckFailed', 'None'] });
    await expect(claims.write(claim, [charge])).rejects.toBeInstanceOf(ClaimTaken);
  });

  test('is not written when a counter would pass its limit, and the error says which', async () => {
    const { claims } = fake({ cancelled: ['None', 'None', 'ConditionalCheckFailed'] });
    const write = claims.write(claim, [charge, { ...charge, counter: 'of a person' }]);
    await expect(write).rejects.toMatchObject({ name: 'BudgetExceeded', counter: 'of a person' });
  });

  test('does not ask for a charge that no counter could bear', async () => {
    const { sent, claims } = fake();
    await expect(claims.write(claim, [{ ...charge, tokens: 1001 }])).rejects.toBeInstanceOf(BudgetExceeded);
    expect(sent).toEqual([]);
  });

  test.each([
    ['a conflict of transactions', { cancelled: ['TransactionConflict', 'None'] }],
    ['another failure', { error: new Error('down') }],
  ])('%s is neither: the question is delivered again', async (_what, answer) => {
    const error = await fake(answer)
      .claims.write(claim, [charge])
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ClaimTaken);
    expect(error).not.toBeInstanceOf(BudgetExceeded);
  });
});
