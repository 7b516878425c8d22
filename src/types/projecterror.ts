/**
 * What is wrong with a project as a whole, so that its types cannot be found: the message says it to
 * people.
 */

export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}
