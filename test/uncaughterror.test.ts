/** How `dynasm run` shows errors that a program does not catch: fixtures/programs/uncaughterror.txt. */
import { afterAll } from '@jest/globals';
import { filesOf, linesOf, testCases } from './casefile.ts';
import { Folder, root } from './packagefolder.ts';

const folders: Folder[] = [];
afterAll(() => folders.forEach(folder => folder.remove()));

testCases('programs/uncaughterror.txt', ['run'], parts => {
  const folder = new Folder(filesOf(parts));
  folders.push(folder);
  const args = linesOf(parts, 'run').join(' ').split(' ');
  const { status, stdout, stderr } = folder.dynasm(['run', ...args]);
  const output = `status ${status}\n${stdout}${stderr}`
    .replaceAll(`${folder.path}/`, '')
    // Frames of Node and of the built library, and Node's version.
    .split('\n')
    .filter(line => !/^ +at .*node:|^Node\.js v|throw new|^ +\^$|^$/.test(line) && !line.includes(root));
  return { output: output.join('\n') };
});
