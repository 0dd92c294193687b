/** Numbers with nouns that agree with them, by the plural rules of `Intl`. */

/**
 * The forms that a language has. `#` stands for the number; a form without it says the number itself.
 *
 * @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }} Forms
 */

/**
 * A function that sets a number with its noun.
 *
 * @param {string} locale
 * @returns {(n: number, forms: Forms) => string}
 */
export function counter(locale) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (n, forms) => (forms[rules.select(n)] ?? forms.other).replace('#', numbers.format(n));
}
