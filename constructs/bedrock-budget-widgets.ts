import { Duration } from 'aws-cdk-lib';
import { AlarmWidget, GraphWidget, type IAlarm, type IWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { titles } from './bedrock-dashboard-titles';
import { tokensADay } from './bedrock-metrics';
import type { Language } from './localized-text';

export interface BudgetWidgetsProps {
  readonly language: Language;
  /** What the functions call. */
  readonly inferenceProfile: string;
  /** US dollars for a million tokens of it. @default not known, and no graph of costs */
  readonly tokenPrice?: { readonly input: number; readonly output: number };
  /** What the account may spend in a month, in US dollars. */
  readonly monthlyBudget: number;
  /** The assistant in Slack, whose stack is deployed later. @default there is none in this region */
  readonly assistant?: {
    readonly dailyTokenBudget: number;
    readonly putAsideAlarm: IAlarm;
    readonly alarms: readonly IAlarm[];
  };
}

/** What is used of what may be used, and what could not be answered at all. */
export function budgetWidgets({
  language,
  inferenceProfile,
  tokenPrice,
  monthlyBudget,
  assistant,
}: BudgetWidgetsProps): IWidget[] {
  const title = titles[language];
  const [input, output] = [tokensADay('Input', inferenceProfile), tokensADay('Output', inferenceProfile)];
  const size = { width: 8, height: 6 };
  const widgets: IWidget[] = [
    new GraphWidget({
      ...size,
      title: title.budget,
      left: [input, output],
      stacked: true,
      leftAnnotations: assistant && [{ value: assistant.dailyTokenBudget, label: title.budgetOfTheDay }],
    }),
  ];
  if (tokenPrice) {
    const expression = `(i * ${tokenPrice.input} + o * ${tokenPrice.output}) / 1000000`;
    const cost = new MathExpression({ expression, usingMetrics: { i: input, o: output }, label: inferenceProfile });
    const share = { value: Number((monthlyBudget / 30).toFixed(2)), label: title.budgetOfTheMonth };
    widgets.push(
      new GraphWidget({
        ...size,
        title: title.cost,
        left: [cost.with({ period: Duration.days(1) })],
        leftAnnotations: [share],
      }),
    );
  }
  if (assistant) widgets.push(new AlarmWidget({ ...size, title: title.putAside, alarm: assistant.putAsideAlarm }));
  return widgets;
}
