import { type Answer, merged } from './answer';
import type { AnsweredQuestion } from './diagnosis';
import type { Question } from './question';
import type { Survey } from './survey';
import { unanswered } from './unanswered';

/** Asks one question. What AWS refuses becomes `unknown`, and the next question can be asked. */
export async function askQuestion(question: Question, survey: Survey): Promise<AnsweredQuestion> {
  const { id, title } = question;
  return { id, title, answers: merged(await answersTo(question, survey)) };
}

async function answersTo(question: Question, survey: Survey): Promise<readonly Answer[]> {
  const { Account } = await survey.reads.caller();
  const elsewhere = Account !== survey.organization.accounts.management.id;
  if (elsewhere && question.about === 'management-account') return [notAsked];
  try {
    return await question.ask(survey);
  } catch (error) {
    return [unanswered(error)];
  }
}

const notAsked: Answer = {
  state: 'unknown',
  found: {
    en: 'Not asked: the credentials belong to another account than the management account.',
    ja: '管理アカウント以外の認証情報のため、確認していません。',
  },
  advice: {
    en: 'Ask again with credentials of the management account.',
    ja: '管理アカウントの認証情報で、もう一度実行してください。',
  },
};
