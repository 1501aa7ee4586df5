final class Report {
  private final String columns;
  private final String table;

  private Report(Builder builder) {
    this.columns = builder.columns;
    this.table = builder.table;
  }

  static Builder builder() {
    return new Builder();
  }

  String columns() {
    return columns;
  }

  String table() {
    return table;
  }

  static final class Builder {
    private String columns;
    private String table;

    Builder columns(String columns) {
      this.columns = columns;
      return this;
    }

    Builder table(String table) {
      this.table = table;
      return this;
    }

    Report build() {
      return new Report(this);
    }
  }
}
