// Prints every published report of a network with its first point: a sample of docs/http-interface.md, and a test runs it as it stands.
//   node sample-client.mjs https://deling.kommune.example dip_… [PAGE SIZE]
const [address, key, size = '50'] = process.argv.slice(2);

/** @param {string | URL} path */
async function get(path) {
  const answer = await fetch(new URL(path, address), { headers: { authorization: `Bearer ${key}` } });
  if (!answer.ok) throw new Error((await answer.json()).detail);
  return answer;
}

for (let next = `api/v1/reports?size=${size}`; next;) {
  const page = await get(next);
  for (const { title, date, slug } of (await page.json()).items) {
    const report = await (await get(`api/v1/reports/${encodeURIComponent(slug)}`)).json();
    console.log(`${date}  ${title}: ${report.barriers?.[0]?.text ?? 'no points'}`);
  }
  next = page.headers.get('link')?.match(/<([^>]+)>; rel="next"/)?.[1] ?? '';
}
