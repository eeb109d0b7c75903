import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules that depend on colours: all that can differ between light and dark. */
const COLOURS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** Wide and narrow, light and dark; a colour is the same at every width. */
const VIEWS = [
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'light'],
] as const;

/** What axe finds, in few words: the rule and the elements. */
async function violations(
  page: Page,
  rules: 'all' | 'colours',
  within: readonly string[] = ['html'],
): Promise<readonly string[]> {
  // The pages have no frames, and only faults are read: without either axe takes a third of the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  for (const part of within) axe.include(part);
  const { violations: found } = await (rules === 'all' ? axe.withTags(TAGS) : axe.withRules(COLOURS)).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** Expects a page as it stands now to have no fault that axe finds, wide and narrow, light and dark, and to fit 320 px. */
export async function expectSound(page: Page) {
  for (const [width, colorScheme] of VIEWS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const where = `${colorScheme}, ${width} px wide`;
    await expect(page.getByRole('heading', { level: 1 }), where).toHaveCount(1);
    expect.soft(await violations(page, colorScheme === 'light' ? 'all' : 'colours'), where).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `horizontal overflow in px: ${where}`).toBeLessThanOrEqual(0);
  }
}

/** Expects parts of a page to have no fault that axe finds, as they stand now. */
export const expectSoundNow = async (page: Page, ...within: readonly string[]) => {
  expect(await violations(page, 'all', within)).toEqual([]);
};

/** Expects the colours of a page to be strong enough where more contrast was chosen, by day and by night. */
export async function expectSoundContrast(page: Page) {
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'contrast';
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await violations(page, 'colours'), colorScheme).toEqual([]);
  }
}
