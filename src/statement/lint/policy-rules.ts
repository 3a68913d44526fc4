import type { PolicyRule } from './lint-rule.ts';
import { undeclaredCategory } from './rules/l47-undeclared-category.ts';
import { frameworkChecked } from './rules/l48-framework-checked.ts';
import { unpublishedPurpose } from './rules/l50-unpublished-purpose.ts';
import { unboundPromise } from './rules/l51-unbound-promise.ts';
import { caribbeanTransfer } from './rules/l52-caribbean-transfer.ts';

/** The rules that need to know what the organisation really does, in their order. */
export const policyRules: readonly PolicyRule[] = [
  undeclaredCategory,
  frameworkChecked,
  unpublishedPurpose,
  unboundPromise,
  caribbeanTransfer,
];
