import { tokenPriceOf } from '../../config/token-prices';

test('the price of a model is known by its inference profile, and none is made up', () => {
  expect(tokenPriceOf('jp.amazon.nova-2-lite-v1:0')).toEqual({ input: 0.396, output: 3.311 });
  expect(tokenPriceOf('jp.amazon.nova-9-ultra-v1:0')).toBeUndefined();
  expect(tokenPriceOf('toString')).toBeUndefined();
});
