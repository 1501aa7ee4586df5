package gb.web;

import gb.db.EntryStore;
import gb.util.Sanitizer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.*;
import java.io.*;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;
import java.util.Collection;
import java.util.Map;

@WebServlet(urlPatterns = {"/guestbook", "/guestbook/*"})
@MultipartConfig
public class GuestbookServlet extends HttpServlet {
  private EntryStore store;

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    store = new EntryStore(config.getInitParameter("url"));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
    response.setContentType("text/html;charset=UTF-8");
    PrintWriter out = response.getWriter();
    String author = request.getParameter("author");
    String sort = request.getParameter("sort");
    out.write("<h1>Entries</h1>"); // slguard:safe
    out.write("<p>by " + author + "</p>"); // slguard:expect xss-reflected
    out.write("<p>by " + Sanitizer.html(author) + "</p>"); // slguard:safe
    out.printf("<p>%d entries of %s</p>", store.count(author), URLEncoder.encode(author, StandardCharsets.UTF_8)); // slguard:safe
    out.println("<p>" + request.getMethod() + " from " + request.getRemoteAddr() + "</p>"); // slguard:safe
    out.append("<a href='?q=").append(request.getQueryString()).append("'>"); // slguard:expect xss-reflected
    store.sorted(sort);
    store.sortedSafely(sort);
    Map<String, String[]> all = request.getParameterMap();
    String[] tags = all.get("tag");
    store.tags(tags);
    HttpSession session = request.getSession();
    session.setAttribute("visited", Boolean.TRUE); // slguard:safe
    String next = request.getParameter("next");
    if (next != null && next.equals("/guestbook")) {
      response.sendRedirect(next); // slguard:safe
    } else if (next != null) {
      response.sendRedirect(request.getContextPath() + "/guestbook?from=" + next); // slguard:safe
      response.setHeader("Location", next); // slguard:expect open-redirect
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
    Part part = request.getPart("photo");
    String submitted = part.getSubmittedFileName();
    part.write("/var/photos/" + submitted); // slguard:expect path-traversal
    part.write("/var/photos/" + Paths.get(submitted).getFileName()); // slguard:safe
    part.write("/var/photos/" + System.nanoTime() + ".jpg"); // slguard:safe
    try (BufferedReader reader = request.getReader()) {
      StringBuilder body = new StringBuilder();
      String line;
      while ((line = reader.readLine()) != null) {
        body.append(line).append('\n');
      }
      store.raw(body.toString());
    }
    Collection<Part> parts = request.getParts();
    for (Part p : parts) {
      new File("/var/photos", p.getName()).mkdirs(); // slguard:expect path-traversal
    }
    Cookie theme = new Cookie("theme", "dark");
    response.addCookie(theme);
    response.setContentType("application/json");
    response.getWriter().print("{\"author\": \"" + request.getParameter("author") + "\"}"); // slguard:safe
    long id = Long.parseLong(request.getParameter("id"));
    store.delete(id);
    store.deleteRaw(request.getParameter("id2"));
    String header = request.getHeader("X-Tool");
    if (header == null || header.isEmpty()) {
      header = "gzip";
    }
    Runtime.getRuntime().exec("/usr/bin/" + header); // slguard:expect command-injection
    Runtime.getRuntime().exec(new String[] {"/usr/bin/gzip", "/var/photos/x"}); // slguard:safe
  }
}
