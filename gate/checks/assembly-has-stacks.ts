import type { Check } from './check';

/** There is something to judge. An empty assembly is never a success: it is most likely a mistake in how the gate was started. */
export const assemblyHasStacks: Check = {
  id: 'assembly-has-stacks',
  severity: 'critical',
  assurance: 'proved',
  promise: { en: 'There is something to judge', ja: '判定する対象がある' },
  why: {
    en: 'Without a single resource every check passes, and nothing is known.',
    ja: 'リソースが一つもなければ、すべての検査が通っても何も分かりません。',
  },
  fix: {
    en: 'See that bin/app.ts makes the stacks of the organization.',
    ja: 'bin/app.ts が組織のスタックを作っているか確認してください。',
  },
  run({ assembly }) {
    const { stacks } = assembly;
    const filled = stacks.filter(({ resources }) => Object.keys(resources).length > 0);
    if (filled.length === 0) {
      return [
        {
          state: 'unknown',
          message: {
            en: `The assembly has ${stacks.length} stacks and not one resource; nothing was judged`,
            ja: `アセンブリのスタックは ${stacks.length} 個、リソースは 0 個で、何も判定できません`,
          },
        },
      ];
    }
    return stacks.map(({ id, resources }) =>
      Object.keys(resources).length > 0
        ? { state: 'pass', stack: id }
        : {
            state: 'fail',
            stack: id,
            message: {
              en: `${id} has no resource; an empty stack cannot be deployed`,
              ja: `${id} にはリソースがなく、デプロイできません`,
            },
          },
    );
  },
};
