// slguard:trigger SQS
import http from "node:http";
import got from "got";
import { request } from "undici";
import axios, { AxiosError } from "axios";

const api = axios.create({ baseURL: "https://internal.example.com/" });

export const handler = async (event) => {
  for (const record of event.Records) {
    const { callback, host, path } = JSON.parse(record.body);
    await got.post(callback, { json: { done: true } }); // slguard:expect ssrf
    await request(callback); // slguard:expect ssrf
    http.request({ host, path: "/", method: "GET" }).end(); // slguard:expect ssrf
    await api.get(callback); // slguard:expect ssrf
  }
};

export const repairedHandler = async (event) => {
  for (const record of event.Records) {
    const { path, id } = JSON.parse(record.body);
    await got.post("https://hooks.example.com/done", { json: { id } }); // slguard:safe
    await request(`https://hooks.example.com/items/${id}`, { body: record.body }); // slguard:safe
    http.request({ host: "internal.example.com", path: "/items/" + encodeURIComponent(id) }).end(); // slguard:safe
  }
};
