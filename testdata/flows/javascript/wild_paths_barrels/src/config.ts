export const config = {
  root: "/mnt/store",
  upstream: "https://upstream.example.com/v2/",
  get bucket() {
    return process.env.BUCKET!;
  },
} as const;
export default config;
