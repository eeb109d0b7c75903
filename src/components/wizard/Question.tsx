import type { GivenAnswer, QuestionView } from '../../lib/wizard/view.ts';
import { fill } from '../../lib/fill.ts';

interface Props {
  readonly view: QuestionView;
  /** level of the heading: 1 on a page of its own, lower inside an article */
  readonly level?: 1 | 3;
}

/** One question with its answers as links, and the answers given so far. Rendered by the server and by the island. */
export function Question({ view, level = 1 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h3';
  return (
    <div class="question">
      {view.given.length > 0 && <Given given={view.given} labels={view.labels} />}
      <Heading tabIndex={-1} class="question-title">
        {view.title}
      </Heading>
      {view.hint !== undefined && <p class="hint">{view.hint}</p>}
      <ul class="answers" role="list">
        {view.answers.map((answer) => (
          <li key={answer.id}>
            <a data-answer={answer.id} href={answer.href}>
              <span class="answer-label">{answer.label}</span>
              {answer.hint !== undefined && <span class="answer-hint">{answer.hint}</span>}
            </a>
          </li>
        ))}
      </ul>
      {view.back !== undefined && (
        <p class="wizard-ways">
          <a data-back href={view.back}>
            {view.labels.back}
          </a>
          <a data-back href={view.start}>
            {view.labels.startAgain}
          </a>
        </p>
      )}
    </div>
  );
}

/** The answers given, each with the ways to change it. Stands on question pages and on results. */
export function Given({
  given,
  labels,
  heading = 'above',
}: {
  readonly given: readonly GivenAnswer[];
  readonly labels: QuestionView['labels'];
  /** whether the list brings its own heading or stands below one */
  readonly heading?: 'above' | 'none';
}) {
  return (
    <section class="given" aria-label={heading === 'above' ? labels.answersSoFar : undefined}>
      {heading === 'above' && (
        <p class="given-title" aria-hidden="true">
          {labels.answersSoFar}
        </p>
      )}
      <ol role="list">
        {given.map((item) => (
          <li key={item.question}>
            <span class="given-question">{item.label}</span>
            <a class="given-answer" data-back href={item.href}>
              {item.answer}
            </a>
            <details>
              <summary aria-label={fill(labels.changeAnswer, { question: item.label })}>{labels.change}</summary>
              <ul role="list">
                {item.changes.map((change) => (
                  <li key={change.href}>
                    <a data-change href={change.href}>
                      {change.label}
                    </a>
                    {change.outcome !== undefined && <span class="change-outcome">{change.outcome}</span>}
                    {change.drops !== undefined && <span class="change-drops">{change.drops}</span>}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
