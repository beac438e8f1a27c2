import { registerHooks } from 'node:module';

// The parser is written for bundlers: it imports its schema without saying that it is JSON.
registerHooks({
  load: (url, context, next) => {
    const isJson = url.endsWith('.json');
    return next(url, isJson ? { ...context, importAttributes: { type: 'json' } } : context);
  },
});

const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
);

/** One step of a job: a command, or an action by name. */
export interface Step {
  readonly job: string;
  readonly run: string | null;
  readonly uses: string | null;
}

export interface Workflow {
  /** What does not fit the schema, or into itself. */
  readonly errors: readonly string[];
  readonly steps: readonly Step[];
}

/** Reads a workflow with the parser and the schema of those who run it. */
export async function parseWorkflowFile(name: string, content: string): Promise<Workflow> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const template = value === undefined ? null : await convertWorkflowTemplate(context, value);
  const steps = (template?.jobs ?? []).flatMap((job) =>
    job.type === 'job'
      ? job.steps.map((step) => ({
          job: job.id.value,
          run: 'run' in step ? step.run.toString() : null,
          uses: 'uses' in step ? step.uses.value : null,
        }))
      : [],
  );
  return { errors: context.errors.getErrors().map(({ message }) => message), steps };
}
