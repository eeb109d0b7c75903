import { promises } from '../eligibility/published.ts';
import type { PublishedOutcome, PublishedRecord } from '../support/explain.ts';
import { wordsOnRecord } from './content/release.ts';
import type { ReleaseFile } from './content/schemas.ts';
import { site } from './site.ts';

/** The record of what was published, for other programs and for the page that explains links. */
export interface PublishedFile {
  readonly releases: readonly { readonly revision: string; readonly date: string }[];
  readonly results: PublishedRecord;
  readonly outcomes: ReleaseFile['outcomes'];
  readonly answers: ReleaseFile['answers'];
}

/** The record in one piece. */
export function publishedFile(): PublishedFile {
  const { releases } = site();
  const results: Record<string, PublishedOutcome[]> = {};
  for (const { path, decision, since, until } of promises(releases))
    (results[path.join('/')] ??= []).push({ outcome: decision.outcome, since, until });
  return { releases: releases.map(({ revision, date }) => ({ revision, date })), results, ...wordsOnRecord(releases) };
}
