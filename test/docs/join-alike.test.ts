import { joinAlike } from '../../docs/policy-page/join-alike';

describe('sentences that are alike', () => {
  test('become one when a single name differs, in the place of the first', () => {
    const sentences = ['Reads in us-east-1', 'Somebody else', 'Reads in eu-west-1', 'Reads in eu-west-1'];
    expect(joinAlike(sentences, 'en')).toEqual(['Reads in `us-east-1`, `eu-west-1`', 'Somebody else']);
    expect(joinAlike(['a-1 で読む', 'b-2 で読む'], 'ja')).toEqual(['`a-1`、`b-2` で読む']);
  });

  test('stay apart when everyday words or two names differ', () => {
    const sentences = [
      'Calls s3:GetObject in us-east-1',
      'Calls s3:PutObject in eu-west-1',
      'A user reads',
      'A role reads',
    ];
    expect(joinAlike(sentences, 'en')).toEqual(sentences);
  });

  test('stay apart when they differ in another place than those joined before', () => {
    const sentences = ['Calls s3:A in us-east-1', 'Calls s3:B in us-east-1', 'Calls s3:A in eu-west-1'];
    expect(joinAlike(sentences, 'en')).toEqual(['Calls `s3:A`, `s3:B` in us-east-1', 'Calls s3:A in eu-west-1']);
  });

  test('name six at most', () => {
    const sentences = Array.from({ length: 9 }, (_, index) => `Reads in region-${index}`);
    expect(joinAlike(sentences, 'en')).toEqual([
      'Reads in `region-0`, `region-1`, `region-2`, `region-3`, `region-4`, `region-5`, …',
    ]);
  });
});
