import { ARN_SEGMENTS, segmentsOf } from './arn-pattern';
import {
  ANY_CHARACTER,
  ANY_CHARACTER_IN_SEGMENT,
  ANY_TEXT,
  ANY_TEXT_IN_SEGMENT,
  isVariable,
  type Token,
} from './token';
import { type TokenizeProblem, tokenize } from './tokenize';

const SERVICE = 2;

/**
 * Reads one value of `Resource` or `NotResource`.
 *
 * Wildcards stand within the segments of an ARN, and only a `*` that ends a segment expands beyond the colon. The sixth
 * part, the resource itself, is one segment with all its colons. Text is case-sensitive.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function readResource(text: string, variables: boolean): { tokens: Token[]; problems: TokenizeProblem[] } {
  const { tokens, problems } = tokenize(text, { wildcards: true, variables });
  if (text === '*' || problems.length > 0) return { tokens, problems };
  const segments = segmentsOf(tokens);
  const complete = segments.length === ARN_SEGMENTS || segments.at(-1)?.at(-1) === ANY_TEXT;
  if (!text.startsWith('arn:') || !complete) {
    const remedy = 'Write * or a whole ARN: arn:partition:service:region:account:resource.';
    problems.push({ message: 'A resource is named by its ARN.', remedy });
  }
  const service = segments[SERVICE];
  if (service === undefined || service.some((token) => typeof token !== 'string' && !isVariable(token))) {
    const remedy = 'Name the service, or write * for every resource.';
    problems.push({ message: 'The service segment of an ARN takes no wildcard.', remedy });
  }
  const early = segments.slice(0, ARN_SEGMENTS - 1).flat();
  if (early.some(isVariable)) {
    const remedy = 'Use the variable after the fifth colon only, or a * in its place with a condition.';
    problems.push({ message: 'A policy variable stands before the fifth colon of an ARN.', remedy });
  }
  return { tokens: problems.length > 0 ? tokens : keepWithinSegments(segments), problems };
}

function keepWithinSegments(segments: readonly Token[][]): Token[] {
  const tokens = segments.flatMap((segment, position) => {
    const kept =
      position < ARN_SEGMENTS - 1 ? segment.map((token, index) => inSegment(token, segment, index)) : segment;
    return position === segments.length - 1 ? kept : [...kept, ':'];
  });
  return tokens.reduce<Token[]>((joined, token) => {
    const before = joined.at(-1);
    if (typeof token === 'string' && typeof before === 'string') joined[joined.length - 1] = before + token;
    else joined.push(token);
    return joined;
  }, []);
}

function inSegment(token: Token, segment: readonly Token[], index: number): Token {
  if (token === ANY_CHARACTER) return ANY_CHARACTER_IN_SEGMENT;
  return token === ANY_TEXT && index < segment.length - 1 ? ANY_TEXT_IN_SEGMENT : token;
}
