import type { Organization } from '../config/resolve-organization';
import { assume } from '../cost/assumptions';
import { estimate } from '../cost/estimate';
import type { Notice } from './gate-report';

/** Tells when the baseline may cost more than the configuration allows. Without a budget nothing is compared. */
export function costNotices(organization: Organization): Notice[] {
  const { monthlyCostBudget: budget } = organization;
  if (budget === undefined) return [];
  const { low, high } = estimate(organization, assume()).total;
  if (high <= budget) return [];
  const bounds = { low: Math.floor(low), high: Math.ceil(high) };
  return [
    {
      id: 'cost-above-budget',
      place: 'monthlyCostBudget',
      message: {
        en: `The baseline is estimated at $${bounds.low} to $${bounds.high} a month, and may exceed the budget of $${budget}. \`npm run ishizue -- cost\` shows what it is made of and what a switch would save`,
        ja: `ベースラインの見積もりは月 $${bounds.low}〜$${bounds.high} で、予算 $${budget} を超える可能性があります。内訳とスイッチごとの節約額は \`npm run ishizue -- cost\` で確認できます`,
      },
    },
  ];
}
