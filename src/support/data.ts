import type { Locale } from '../config/locales.ts';
import type { TicketWords } from '../lib/content/schemas.ts';

/** What the script of the page for support engineers needs. */
export interface SupportData {
  readonly lang: string;
  /** the address of this site as it names itself, with the slash behind its base */
  readonly root: string;
  readonly base: string;
  readonly files: {
    readonly published: string;
    readonly wizard: Readonly<Record<Locale, string>>;
    /** where the Markdown twins lie */
    readonly twins: Readonly<Record<Locale, string>>;
  };
  /** titles of the pages outside the wizard, by their address below the locale */
  readonly pages: Readonly<Record<string, string>>;
  readonly words: TicketWords['support'];
  readonly moved: TicketWords['moved'];
  /** what the link without a language is called */
  readonly link: string;
  readonly copyLink: string;
  /** the words of replies, in the language of the partner */
  readonly replies: Readonly<
    Record<Locale, Pick<TicketWords['support'], 'askIntro' | 'askChoose' | 'askLink' | 'replyLead' | 'replyEnd'>>
  >;
}
