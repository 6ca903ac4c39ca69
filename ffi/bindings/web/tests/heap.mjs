/**
 * Whether a text is anywhere in a snapshot of the page's heap.
 */

export async function heapHolds(tab, text) {
  const client = await tab.context().newCDPSession(tab);
  let snapshot = '';
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (snapshot += chunk));
  await client.send('HeapProfiler.enable');
  // Twice: what the first one finalizes goes with the second.
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  return snapshot.includes(text);
}
