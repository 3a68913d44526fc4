import { isoDateText } from '../date-text.ts';
import type { AccessPackageContent } from './access-package-content.ts';
import { packageWords } from './package-words.ts';

/** For who opens the package without knowing what it is. */
export function readme({ policy, language, on, reference }: AccessPackageContent): string {
  const words = packageWords[language];
  const { controller } = policy;
  return `${[
    words.title(controller.name),
    `${words.reference}: ${reference}\n${words.date}: ${isoDateText(on, language)}`,
    ...words.readme,
    `${controller.legalName}\n${controller.address}\n${controller.email}\n${controller.phone}`,
  ].join('\n\n')}\n`;
}
