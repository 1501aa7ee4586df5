package legacy;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Enumeration;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

@WebServlet("/account")
public class AccountServlet extends HttpServlet {
  private DataSource ds;
  private Document users;

  @Override
  protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws ServletException, IOException {
    String user = req.getParameter("user");
    String theme = "light";
    Cookie[] cookies = req.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if ("theme".equals(cookie.getName())) {
          theme = cookie.getValue();
        }
      }
    }
    resp.setContentType("text/html");
    PrintWriter out = resp.getWriter();
    out.println("<html class='" + theme + "'>"); // slguard:expect xss-reflected
    out.println("<p>port " + req.getServerPort() + "</p>"); // slguard:safe
    try (Connection c = ds.getConnection(); Statement s = c.createStatement()) {
      ResultSet rs = s.executeQuery("SELECT * FROM account WHERE u='" + user + "'"); // slguard:expect sql-injection
      Enumeration<String> names = req.getParameterNames();
      while (names.hasMoreElements()) {
        String name = names.nextElement();
        s.executeUpdate("UPDATE seen SET n = n + 1 WHERE p = '" + name + "'"); // slguard:expect sql-injection
      }
      String[] ids = req.getParameterValues("id");
      int id = Integer.parseInt(ids[0]);
      s.executeUpdate("DELETE FROM t WHERE id = " + id); // slguard:safe
      String bar;
      int num = 106;
      bar = (7 * 42) - num > 200 ? "constant" : user;
      s.executeUpdate("DELETE FROM t WHERE b = '" + bar + "'"); // slguard:expect sql-injection
      String baz = (7 * 18) + num > 200 ? "constant" : user;
      s.executeUpdate("DELETE FROM t WHERE b = '" + baz + "'"); // slguard:safe
      XPath xpath = XPathFactory.newInstance().newXPath();
      xpath.evaluate("/users/user[@id=" + id + "]", users, XPathConstants.NODE); // slguard:safe
      xpath.evaluate("/users/user[@name='" + user + "']", users, XPathConstants.NODE); // slguard:expect xpath-injection
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  @Override
  protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
    String name = req.getHeader("X-File");
    String part = req.getPathInfo();
    File f = new File("/var/data", name);
    try (FileInputStream in = new FileInputStream(f)) { // slguard:expect path-traversal
      in.transferTo(resp.getOutputStream());
    }
    String key = "one";
    java.util.Map<String, String> map = new java.util.HashMap<>();
    map.put("one", "fixed.txt");
    map.put("two", part);
    try (FileInputStream in = new FileInputStream("/var/data/" + map.get(key))) { // slguard:safe
      in.read();
    }
    try (FileInputStream in = new FileInputStream("/var/data/" + map.get("two"))) { // slguard:expect path-traversal
      in.read();
    }
    java.util.List<String> list = new java.util.ArrayList<>();
    list.add("safe");
    list.add(part);
    list.add("moresafe");
    list.remove(0);
    Runtime.getRuntime().exec(new String[] {"sh", "-c", "ls " + list.get(1)}); // slguard:safe
    Runtime.getRuntime().exec(new String[] {"sh", "-c", "ls " + list.get(0)}); // slguard:expect command-injection
  }
}
