import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { articleSlugs, type ArticleSlug } from '../../src/config/articles.ts';
import { locales } from '../../src/config/locales.ts';
import { searchWordsSchema } from '../../src/lib/content/schemas.ts';

/** What a build needs of the project, beside its dependencies. */
const SOURCES = ['astro.config.mjs', 'package.json', 'tsconfig.json', 'public', 'scripts', 'src'];

/** Caches inside node_modules that belong to one project. */
const CACHES = new Set(['.astro', '.vite', '.cache']);

interface Copy {
  readonly slug: string;
  readonly of: ArticleSlug;
  /** what sets its title, its facts and its search words apart */
  readonly number: number;
}

/** Copies of the articles in turn, until there are so many in all. */
const copiesFor = (articles: number): readonly Copy[] =>
  Array.from({ length: Math.max(0, articles - articleSlugs.length) }, (_, index) => {
    const of = articleSlugs[index % articleSlugs.length] ?? 'multipartner';
    const number = Math.floor(index / articleSlugs.length) + 2;
    return { slug: `${of}-${number}`, of, number };
  });

/** The article under another name, with facts of its own: each fact has one home. What it quotes stays at home where it is. */
const renamed = (source: string, number: number): string =>
  source
    .replace(/^title: "(.*)"$/m, `title: "$1, ${number}"`)
    .replaceAll(/<(Fact id|Disagreement fact)="([^"]+)"/g, `<$1="$2-${number}"`);

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

const editJson = <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  change: (data: z.infer<Schema>) => unknown,
): void => edit(file, (text) => JSON.stringify(change(schema.parse(JSON.parse(text)))));

/** The dependencies of the project without its caches: each a link, so that a build leaves the project alone. */
export function linkDependencies(root: string, folder: string): void {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from))
    if (!CACHES.has(entry)) symlinkSync(join(from, entry), join(to, entry), 'junction');
}

/**
 * Makes a copy of the project with more guidance: the articles once more and once more, under other names and with facts of
 * their own, in all languages. It passes the checks of the project and builds like it.
 * @param root the project
 * @param folder where the copy goes; it must be empty or missing
 * @param articles how many there are to be in each language
 * @throws {Error} when the copy cannot be given its translation records, a revision and a release
 */
export function makeProject(root: string, folder: string, articles: number): void {
  for (const name of SOURCES) cpSync(join(root, name), join(folder, name), { recursive: true });
  linkDependencies(root, folder);
  const content = join(folder, 'src', 'content');
  const copies = copiesFor(articles);

  edit(join(folder, 'src', 'config', 'articles.ts'), (text) =>
    text
      .replace('export const ARTICLES = {', 'const WRITTEN = {')
      .replace(
        '/** The address of an article under its locale. */',
        `export const ARTICLES = { ...WRITTEN, ...Object.fromEntries(${JSON.stringify(copies)}.map(({ slug, of }) => [slug, WRITTEN[of]])) };\n`,
      ),
  );
  const stated = new Map<ArticleSlug, readonly string[]>();
  for (const slug of articleSlugs) {
    const source = readFileSync(join(content, 'articles', 'en', `${slug}.mdx`), 'utf8');
    stated.set(
      slug,
      [...source.matchAll(/<Fact id="([^"]+)"/g)].map(([, id = '']) => id),
    );
  }
  for (const locale of locales) {
    for (const { slug, of, number } of copies) {
      const file = join(content, 'articles', locale, `${slug}.mdx`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, renamed(readFileSync(join(content, 'articles', locale, `${of}.mdx`), 'utf8'), number));
    }
    editJson(join(content, 'wording', locale, 'search.json'), searchWordsSchema, (search) => ({
      ...search,
      keywords: {
        ...search.keywords,
        ...Object.fromEntries(
          copies.map(({ slug, of, number }) => [slug, search.keywords[of]?.map((word) => `${word} ${number}`)]),
        ),
      },
    }));
  }
  /** The entries with those of the copies; a fact of a copied article that they name is the copy's own. */
  const withCopies = (entries: readonly object[], key: string): readonly unknown[] => {
    const lines = entries.map((entry) => JSON.stringify(entry));
    return [
      ...entries,
      ...copies.flatMap(({ of, number }) => {
        const ids = (stated.get(of) ?? []).map((id) => id.replaceAll('.', '\\.')).join('|');
        const own = new RegExp(`"${key}":"(?:${ids})"`);
        const named = new RegExp(`(?<=["\`])(?:${ids})(?=["\`])`, 'g');
        return lines
          .filter((line) => own.test(line))
          .map((line): unknown => JSON.parse(line.replaceAll(named, `$&-${number}`)));
      }),
    ];
  };
  const entries = z.array(z.looseObject({}));
  editJson(join(content, 'facts', 'facts.json'), entries, (facts) => withCopies(facts, 'id'));
  editJson(join(content, 'facts', 'newer.json'), entries, (newer) => withCopies(newer, 'fact'));

  for (const script of ['translated', 'revise', 'release']) {
    const { status, stderr } = spawnSync(process.execPath, [join('scripts', `${script}.ts`)], {
      cwd: folder,
      encoding: 'utf8',
      // Its report names every text.
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`the copy in ${folder} cannot be built: ${stderr}`);
  }
}
