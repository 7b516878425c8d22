/** Prints the outcome of each check, and sees to it that the process ends with status 1 if one is wrong. */
export function check(name: string, isRight: boolean, shown: string): void {
  console.log(`${isRight ? 'right' : 'WRONG'}  ${name}${isRight ? '' : `\n${shown}`}`);
  if (!isRight) process.exitCode = 1;
}
