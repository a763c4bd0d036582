import type { Text } from '../../../policies/policy';
import type { ConditionUnderLint, PolicyUnderLint, StatementUnderLint } from '../policy-under-lint';
import type { PolicyRule } from '../rule';
import { globOf } from '../service-reference';
import { denies, isNegated, nameOf, siblingsOf, speaksOf } from '../statement-logic';

const text = {
  what: (other: string): Text => ({
    en: `It denies the listed models, while ${other} denies all but the listed ones.`,
    ja: `このステートメントは列挙したモデルを拒否しますが、${other} は列挙したモデル以外を拒否します。`,
  }),
  approved: (models: string): Text => ({
    en: `The approved models are denied here (${models}), and every other model is open through bedrock-mantle.`,
    ja: `承認済みのモデル（${models}）がここで拒否され、それ以外のモデルは bedrock-mantle 経由ですべて使えてしまいます。`,
  }),
  open: {
    en: 'Every model that is not listed here is open through bedrock-mantle, approved or not.',
    ja: 'ここに列挙していないモデルは、承認の有無にかかわらず bedrock-mantle 経由ですべて使えてしまいます。',
  },
  fix: (operator: string): Text => ({
    en: `Write ${operator} with the approved models, or deny bedrock-mantle:CreateInference altogether.`,
    ja: `承認済みのモデルを ${operator} で書くか、bedrock-mantle:CreateInference をすべて拒否してください。`,
  }),
};

const inference = 'bedrock-mantle:CreateInference';
const modelKey = 'bedrock-mantle:model';

/**
 * One policy, two doors: `bedrock` is limited to a list of models, and the same list under `bedrock-mantle` is what is
 * denied. Reported when a statement excepts foundation models from a denial by `NotResource`, another one denies inference
 * through `bedrock-mantle` for named models only, and nothing denies it for the others.
 */
export const mantleListInverted: PolicyRule = {
  id: 'mantle-list-inverted',
  title: {
    en: 'A list of approved models means the same behind both endpoints',
    ja: '承認済みモデルの一覧が、どちらのエンドポイントでも同じ意味である',
  },
  severity: 'error',
  reference:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrockpoweredbyawsmantle.html',
  *judge(policy) {
    const limit = policy.statements.find(exceptsModels);
    if (limit === undefined) return;
    for (const statement of policy.statements) {
      const condition = namedModels(statement);
      if (condition === undefined || closesTheRest(statement, policy)) continue;
      const approved = condition.values.map(({ text: value }) => value).filter((value) => isExcepted(value, limit));
      const why = approved.length > 0 ? text.approved(approved.join(', ')) : text.open;
      const operator = condition.operatorText.text.replace(/(String)(Equals|Like)/, '$1Not$2');
      yield { at: condition.key.at, statement, what: text.what(nameOf(limit)), why, fix: text.fix(operator) };
    }
  },
};

function exceptsModels(statement: StatementUnderLint): boolean {
  const models = statement.resources.some(({ text: arn }) => arn.includes(':foundation-model/'));
  return (
    statement.effect === 'Deny' && statement.exceptResources && models && speaksOf(statement, 'bedrock:InvokeModel')
  );
}

/** The condition by which a statement denies inference for some models only. */
function namedModels(statement: StatementUnderLint): ConditionUnderLint | undefined {
  if (!denies(statement, inference)) return undefined;
  return statement.conditions.find(
    (condition) =>
      condition.key.text.toLowerCase() === modelKey &&
      typeof condition.operator === 'object' &&
      !isNegated(condition) &&
      condition.values.every(({ text: value }) => value !== '*'),
  );
}

/** Whether a sibling denies inference altogether, or for all but some models. */
function closesTheRest(statement: StatementUnderLint, policy: PolicyUnderLint): boolean {
  return siblingsOf(statement, policy).some(
    (sibling) =>
      denies(sibling, inference) &&
      sibling.conditions.every((condition) => condition.key.text.toLowerCase() === modelKey && isNegated(condition)),
  );
}

function isExcepted(model: string, { resources }: StatementUnderLint): boolean {
  return resources.some(({ text: arn }) => {
    const [, id] = arn.split(':foundation-model/');
    return id !== undefined && (globOf(id).matches(model.toLowerCase()) || globOf(model).matches(id.toLowerCase()));
  });
}
