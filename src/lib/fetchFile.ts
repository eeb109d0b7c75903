/**
 * Fetches a file of this site.
 * @throws where there is no connection, or the site does not have the file
 */
export async function fetchFile(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}
