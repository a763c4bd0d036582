import type { Answer } from '../answer';
import type { Unit } from '../organization-reads';
import type { Question } from '../question';

/** Which units exist and are adopted, and which are created. A unit of the same name cannot be created twice. */
export const organizationalUnits: Question = {
  id: 'organizational-units',
  title: { en: 'Organizational units', ja: '組織単位 (OU)' },
  about: 'organization',

  async ask({ organization, reads }) {
    const units = await reads.units();
    return units.map((unit, index) => judge(unit, organization.organizationalUnits[index]?.id));
  },
};

function judge({ name, id, origin }: Unit, configured: string | undefined): Answer {
  const places = [name];
  if (origin === 'configured') {
    return {
      state: 'adopt',
      places,
      found: { en: 'The unit exists and is adopted.', ja: '既存の OU を引き継ぎます。' },
    };
  }
  if (origin === 'deployed') {
    return { state: 'ok', places, found: { en: 'The baseline has made it.', ja: 'このベースラインが作成済みです。' } };
  }
  if (origin === 'namesake') {
    return {
      state: 'blocker',
      places,
      found: {
        en: `A unit of this name exists below the root (${id}) and the configuration names no id: AWS refuses a second one.`,
        ja: `同じ名前の OU（${id}）がルート直下にあり、設定に id がありません。AWS は同名の OU を作れません。`,
      },
      advice: {
        en: `Adopt it: add id: '${id}' to the unit in organizationalUnits. Or give the new unit another name.`,
        ja: `organizationalUnits のその OU に id: '${id}' を書いて引き継ぐか、新しい OU に別の名前を付けてください。`,
      },
    };
  }
  if (configured !== undefined) {
    return {
      state: 'blocker',
      places,
      found: {
        en: `The organization has no unit ${configured}.`,
        ja: `組織に OU ${configured} がありません。`,
      },
      advice: {
        en: 'Correct the id in organizationalUnits, or leave it out: then the unit is created.',
        ja: 'organizationalUnits の id を直すか、消してください。消せば OU を作成します。',
      },
    };
  }
  return {
    state: 'create',
    places,
    found: { en: 'The unit is created below the root.', ja: 'ルート直下に OU を作成します。' },
  };
}
