export interface Repository {
  save(room: string, guest: string): Promise<void>;
}
export interface Notifier {
  notify(url: string): Promise<void>;
}
