import type { Check } from './check';

/** No stack of the baseline can be deleted by one call. */
export const stacksProtectedFromDeletion: Check = {
  id: 'stacks-protected-from-deletion',
  severity: 'medium',
  assurance: 'proved',
  promise: { en: 'Every stack has termination protection', ja: 'すべてのスタックに削除保護がある' },
  why: {
    en: 'One mistaken command would remove a control from an account.',
    ja: '一つの誤ったコマンドで、アカウントから統制が失われます。',
  },
  fix: {
    en: 'Give the stack terminationProtection: true.',
    ja: 'スタックに terminationProtection: true を指定してください。',
  },
  run({ assembly }) {
    return assembly.stacks.map(({ id, terminationProtection }) =>
      terminationProtection
        ? { state: 'pass', stack: id }
        : {
            state: 'fail',
            stack: id,
            message: { en: `${id} has no termination protection`, ja: `${id} に削除保護がありません` },
          },
    );
  },
};
