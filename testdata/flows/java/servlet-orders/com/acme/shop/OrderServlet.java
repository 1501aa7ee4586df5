package com.acme.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Map;
import java.util.stream.Collectors;
import org.owasp.encoder.Encode;
import org.springframework.web.util.HtmlUtils;

@WebServlet("/orders")
public class OrderServlet extends HttpServlet {
  private final OrderTable orders = new OrderTable();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String status = request.getParameter("status");
    String page = request.getParameter("page");
    response.setContentType("text/html;charset=UTF-8");
    PrintWriter out = response.getWriter();
    out.println("<html><body>");
    try {
      for (String row : orders.withStatus(status)) {
        out.println("<li>" + Encode.forHtml(row) + "</li>");
      }
      orders.page(Integer.parseInt(page));
    } catch (SQLException | NumberFormatException e) {
      throw new ServletException(e);
    }
    out.println("<h1>Orders " + status + "</h1>"); // slguard:expect xss-reflected
    out.println("<h1>Orders " + HtmlUtils.htmlEscape(status) + "</h1>"); // slguard:safe
    out.printf("<p>%s</p>", request.getHeader("X-Tenant")); // slguard:expect xss-reflected
    out.printf("<p>%d</p>", Integer.valueOf(page)); // slguard:safe
    for (Cookie cookie : request.getCookies()) {
      if (cookie.getName().equals("theme")) {
        out.write("<link href='/themes/" + cookie.getValue() + ".css'>"); // slguard:expect xss-reflected
        out.write("<link href='/themes/" + Encode.forUriComponent(cookie.getValue()) + ".css'>"); // slguard:safe
      }
    }
    Enumeration<String> names = request.getParameterNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement();
      out.append("<dt>").append(name).append("</dt>"); // slguard:expect xss-reflected
      out.append("<dt>").append(Encode.forHtmlContent(name)).append("</dt>"); // slguard:safe
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    response.setContentType("application/json");
    String body;
    try (BufferedReader reader = request.getReader()) {
      body = reader.lines().collect(Collectors.joining("\n"));
    }
    try {
      orders.insertRaw(body);
      orders.insertBound(body);
      Map<String, String[]> form = request.getParameterMap();
      String[] kinds = form.get("kind");
      orders.deleteKinds(kinds[0]);
    } catch (SQLException e) {
      response.sendError(500);
      return;
    }
    response.getWriter().write("{\"echo\": \"" + body + "\"}"); // slguard:safe JSON
    String next = request.getParameter("next");
    if (next != null && next.equals("/done")) {
      response.sendRedirect(next); // slguard:safe one constant
    } else {
      response.sendRedirect("/orders/" + request.getParameter("id")); // slguard:safe stays on the host
    }
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendRedirect(request.getParameter("next")); // slguard:expect open-redirect
  }

  @Override
  protected void doPut(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Location", request.getParameter("back")); // slguard:expect open-redirect
    response.setStatus(HttpServletResponse.SC_FOUND);
  }
}
