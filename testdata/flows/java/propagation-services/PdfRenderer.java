class PdfRenderer implements Renderer {
  @Override
  public void render(Report report) {
    try {
      Runtime.getRuntime().exec(new String[]{"sh", "-c", "pdf " + report.columns()}); // slguard:expect command-injection
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
