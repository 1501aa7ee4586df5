package com.acme.library;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Paths;

@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
public class BookResource {
  @Inject
  private Catalog catalog;

  @Context
  private UriInfo uri;

  @GET
  @Path("{isbn: [0-9]{13}}")
  public Response byIsbn(@PathParam("isbn") String isbn) {
    return Response.ok(catalog.byIsbn(isbn)).build();
  }

  @GET
  public Response search(@QueryParam("author") String author, @QueryParam("year") int year, @HeaderParam("Accept-Language") String language) {
    catalog.year(year);
    catalog.language(language);
    return Response.ok(catalog.byAuthor(author)).build();
  }

  @GET
  @Path("cover/{file}")
  @Produces("image/png")
  public byte[] cover(@PathParam("file") String file, @MatrixParam("size") String size) throws IOException {
    Files.exists(Paths.get("/mnt/covers", size)); // slguard:expect path-traversal
    if (file.contains("..") || file.contains("/") || file.contains("\\")) {
      throw new jakarta.ws.rs.BadRequestException();
    }
    return Files.readAllBytes(Paths.get("/mnt/covers/" + file)); // slguard:safe no separators
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(@FormParam("title") String title, @CookieParam("session") String session) {
    catalog.add(title);
    return Response.seeOther(URI.create("/books/" + title)).build(); // slguard:safe
  }

  @POST
  @Path("lend")
  public Response lend(Loan loan, @Context HttpHeaders headers) {
    catalog.lend(loan.getReader(), loan.getDays());
    catalog.device(headers.getHeaderString("X-Device"));
    return Response.temporaryRedirect(URI.create(loan.getReturnUrl())).build(); // slguard:expect open-redirect
  }

  @GET
  @Path("page")
  @Produces(MediaType.TEXT_HTML)
  public String page(@BeanParam Paging paging) {
    return "<h1>" + paging.title + " " + paging.number + "</h1>"; // slguard:expect xss-reflected
  }

  @GET
  @Path("uri")
  public Response uri() {
    catalog.byAuthor2(uri.getQueryParameters().getFirst("a"));
    return Response.noContent().build();
  }

  /** Query parameters of a list. */
  public static class Paging {
    @QueryParam("title")
    String title;

    @QueryParam("number")
    int number;
  }

  /** Who takes what. */
  public static class Loan {
    private String reader;
    private int days;
    private String returnUrl;

    public String getReader() {
      return reader;
    }

    public int getDays() {
      return days;
    }

    public String getReturnUrl() {
      return returnUrl;
    }
  }
}
