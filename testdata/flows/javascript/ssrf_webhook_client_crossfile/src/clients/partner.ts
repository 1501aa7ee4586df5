import axios from "axios";

const HOST = "https://partner.example.com";

export async function notifyPartner(reference: string): Promise<void> {
  await axios.post(`${HOST}/v1/orders/${reference}`, { reference }); // slguard:safe
}
