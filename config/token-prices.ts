/** What a model costs, in US dollars for a million tokens. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/**
 * Prices by inference profile, of October 2026, on demand and for prompts of up to 100,000 tokens. They are for a graph, not for a bill:
 * a profile without a price has no graph.
 *
 * https://aws.amazon.com/bedrock/pricing/
 */
const prices: Readonly<Record<string, TokenPrice>> = {
  'jp.amazon.nova-2-lite-v1:0': { input: 0.396, output: 3.311 },
  'jp.anthropic.claude-haiku-5-5': { input: 0.11, output: 0.55 },
  'jp.anthropic.claude-sonnet-5-5': { input: 2.2, output: 11 },
};

export function tokenPriceOf(inferenceProfileId: string): TokenPrice | undefined {
  return Object.hasOwn(prices, inferenceProfileId) ? prices[inferenceProfileId] : undefined;
}
