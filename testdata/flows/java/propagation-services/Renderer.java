interface Renderer {
  void render(Report report);
}
