import { container } from "./container";

export const handler = async (event: any) => container.service.book(JSON.parse(event.body));
