class Credentials {
  private String user;
  private String password;

  String getUser() {
    return user;
  }

  String getPassword() {
    return password;
  }
}
