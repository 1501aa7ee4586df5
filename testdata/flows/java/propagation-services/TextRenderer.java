class TextRenderer implements Renderer {
  @Override
  public void render(Report report) {
    Tools.fixed(report.table());
  }
}
