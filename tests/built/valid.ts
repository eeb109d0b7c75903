import { HtmlValidate, StaticConfigLoader, type ConfigData, type ResolvedConfig } from 'html-validate';

/**
 * What a page must be: every rule of HTML that html-validate knows, those for whole documents among them. What is switched
 * off here is no rule of HTML.
 */
const config: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Ids of facts have a dot in them, which HTML allows: they stand in addresses and never change.
    'valid-id': ['error', { relaxed: true }],
    // Without markers Safari no longer announces a list as one, so such lists say it again.
    'no-redundant-role': 'off',
    // Files of this site alone are loaded; what a script asks for is named by its content.
    'require-sri': ['error', { target: 'crossorigin' }],
    // The search field is sent with Enter, on phones with the key that says so.
    'wcag/h32': 'off',
    // A matter of taste: a field without a type is one for text, and a title is as long as the question it repeats.
    'no-implicit-input-type': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
  },
};

/** The same for every page, so that it is put together once: that alone takes longer than most pages. */
class OneConfig extends StaticConfigLoader {
  #resolved: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.#resolved ??= super.getConfigFor(handle));
  }
}

const validator = new HtmlValidate(new OneConfig(config));

/** What is wrong with a page, each fault with its place. */
export const faultsOf = (html: string): readonly string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages)
    .map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`);
