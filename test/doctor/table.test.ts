import { renderTable } from '../../doctor/report/table';

test('many places are counted, not listed', () => {
  const places = Array.from({ length: 100 }, (_, index) => `account-${index}`);
  const found = { en: 'fine', ja: '良好' };
  const text = renderTable(
    {
      organization: { name: 'n', id: 'o' },
      questions: [{ id: 'q', title: found, answers: [{ state: 'ok', places, found }] }],
    },
    'en',
    false,
  );
  expect(text.replace(/\s+/g, ' ')).toContain('account-0, account-1, account-2, account-3, and 96 more');
});
