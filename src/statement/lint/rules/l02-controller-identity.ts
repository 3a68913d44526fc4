import type { TextRule } from '../lint-rule.ts';

export const controllerIdentity: TextRule = {
  id: 'L02',
  severity: 'error',
  kind: 'missing',
  law: '13(1)(a)',
  what: {
    nl: 'Er staat niet welke rechtspersoon verantwoordelijk is en waar die is gevestigd of ingeschreven.',
    en: 'It does not say which legal entity is responsible and where it is seated or registered.',
  },
  advice: {
    nl: 'Noem de juridische naam, vestigingsplaats en KvK-nummer van de verwerkingsverantwoordelijke.',
    en: 'Name the legal entity, its seat and its trade-register number.',
  },
  judge: (text) => {
    const { name, tradeRegister, address } = text.facts.controller;
    const named = name !== null && (text.says('legal-form') || tradeRegister !== null || address !== null);
    const placed = tradeRegister !== null || address !== null || text.says('registered-where');
    return named && placed ? [] : text.missing();
  },
};
