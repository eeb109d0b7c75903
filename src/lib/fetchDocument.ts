/**
 * Fetches a page or a picture of this site as a document whose scripts do not run. Unlike other ways to read markup this one
 * needs no exception from Trusted Types.
 * @throws where there is no connection, the site does not have the file, or it is no document
 */
export const fetchDocument = (address: string): Promise<Document> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onerror = () => reject(new Error(`${address} cannot be reached`));
    request.onload = () => {
      if (request.status === 200 && request.responseXML !== null) resolve(request.responseXML);
      else reject(new Error(`${address} is no document (${request.status})`));
    };
    request.open('GET', address);
    request.send();
  });
