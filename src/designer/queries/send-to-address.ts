/** Sends a JSON text to the flow's own address, as any other program would: by its path, without the page's session. */
export async function sendToAddress(address: string, text: string): Promise<boolean> {
  const response = await fetch(new URL(address).pathname, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: text,
    credentials: 'omit',
  });
  return response.ok;
}
