import { priceIn } from '../../cost/price-in';
import { priceTable } from '../../cost/price-table';

describe('the price table', () => {
  test('has each price once per region, with a page of AWS and the month it was read', () => {
    const keys = priceTable.map(({ id, region }) => `${id} ${region}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { source, date, unit, low } of priceTable) {
      expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/[a-z0-9/-]+\/pricing\/$/);
      expect(date).toMatch(/^2026-(0[1-9]|1[0-2])$/);
      expect(unit).not.toBe('');
      expect(low).toBeGreaterThanOrEqual(0);
    }
  });

  test('gives a figure where the price is known, and a wide range where it is not', () => {
    for (const { id, low, high, confidence } of priceTable) {
      expect([id, high !== undefined]).toEqual([id, confidence === 'low']);
      if (high !== undefined) expect(high).toBeGreaterThan(low * 2);
    }
  });

  test('is asked for the region first, then for every region', () => {
    expect(priceIn('ap-northeast-1', 'cloudwatch-logs-ingestion')).toMatchObject({
      perUnit: { low: 0.76, high: 0.76 },
      derived: false,
    });
    expect(priceIn('eu-west-1', 'kms-key')).toMatchObject({ perUnit: { low: 1, high: 1 }, derived: false });
  });

  test('answers with a range and says so, where a region has no row', () => {
    const found = priceIn('eu-west-1', 'cloudwatch-logs-ingestion');
    expect(found).toMatchObject({ derived: true, row: { region: 'us-east-1' }, perUnit: { low: 0.5, high: 0.8 } });
  });

  test('holds what it derives: no region with a row of its own is outside the range', () => {
    for (const own of priceTable.filter(({ region }) => region !== '*' && region !== 'us-east-1')) {
      const { perUnit } = priceIn('a-region-without-rows', own.id);
      // S3 requests in Tokyo are 6 percent below; cents a month.
      expect([own.id, own.low >= perUnit.low * 0.9 && own.low <= perUnit.high]).toEqual([own.id, true]);
    }
  });

  test('refuses a price it does not have', () => {
    expect(() => priceIn('us-east-1', 'gold')).toThrow('the price table has no row gold for us-east-1');
  });
});
