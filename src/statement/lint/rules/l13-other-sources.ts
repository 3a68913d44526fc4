import type { TextRule } from '../lint-rule.ts';
import type { LintedText } from '../linted-text.ts';

export const otherSources: TextRule = {
  id: 'L13',
  severity: 'warning',
  kind: 'missing',
  law: '14(2)(f)',
  what: {
    nl: 'Er staat niet of gegevens ook van anderen dan de persoon zelf komen, en van wie.',
    en: 'It is not said whether data also come from others than the person, and from whom.',
  },
  advice: {
    nl: 'Noem bronnen buiten de betrokkene (werkgever, RDW, Handelsregister, partners).',
    en: 'Name the sources other than the person, or say that there are none.',
  },
  judge: (text) =>
    text.hitsWithout('source-other', 'source-various', 'source-aside').length > 0 || namesInColumn(text)
      ? []
      : text.missing('source-vague', 'source-self'),
};

const sourceHead =
  /\bsources?\b|\borigin|comes? from|come from|from whom|where .{0,12}from|obtained from|supplied by|given by|geleverd door|verstrekt door|\bbron|herkomst|van wie|waar .{0,12}vandaan|afkomstig/iu;
/** The person, and what the person uses: no source beside the person. */
const ownSource =
  /^(?:(?:(?:mainly|usually|meestal|alleen|only|directly|rechtstreeks|from|van|door|by|the|de|het|een|a|an|your|uw|je|jouw|our|ons|onze|via|through|and|en|of|or|zelf|data subject|betrokkene) )*(?:you|yourself|yourselves|u|uzelf|jij|jou|jezelf|zelf|client|customer|klant|member|lid|visitor|bezoeker|patient|patiënt|\p{L}*form|\p{L}*formulier|\p{L}*site|app|device|apparaat|browser|cookies?|data subject|betrokkene|third parties|derden|others|anderen|various|divers)[,;/ ]*)+\.?$/iu;

/** A table with a column for it names a source in the cell that is somebody else. */
function namesInColumn({ document }: LintedText): boolean {
  return document.sentences.some(({ kind, introduction, cells }) => {
    if (kind !== 'row') return false;
    const at = introduction.split(' · ').findIndex((head) => sourceHead.test(head));
    const cell = at === -1 ? '' : (cells[at] ?? '').trim();
    return /\p{L}{2}/u.test(cell) && !ownSource.test(cell);
  });
}
