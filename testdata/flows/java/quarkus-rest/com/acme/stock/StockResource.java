package com.acme.stock;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/stock")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {
  @Inject
  EntityManager em;

  public record NewItem(@NotBlank String name, @Pattern(regexp = "[A-Z]{3}-[0-9]{4}") String code, int pieces) {}

  @GET
  public List<?> list(@RestQuery String filter, @QueryParam("page") int page) {
    em.createNativeQuery("select * from stock offset " + page).getResultList(); // slguard:safe
    return em.createNativeQuery("select * from stock where " + filter).getResultList(); // slguard:expect sql-injection
  }

  @GET
  @Path("/{name}")
  public Object one(@RestPath String name) {
    return em.createQuery("from Item where name = '" + name + "'").getSingleResult(); // slguard:expect sql-injection
  }

  @POST
  public Response add(@Valid NewItem item) {
    em.createNativeQuery("insert into stock(code) values ('" + item.code() + "')").executeUpdate(); // slguard:safe validated
    em.createNativeQuery("insert into stock(pieces) values (" + item.pieces() + ")").executeUpdate(); // slguard:safe
    em.createNativeQuery("insert into stock(name) values ('" + item.name() + "')").executeUpdate(); // slguard:expect sql-injection
    return Response.accepted(item).build(); // slguard:safe
  }

  @DELETE
  @Path("/{code: [A-Z]+}")
  public Response remove(@jakarta.ws.rs.PathParam("code") String code) {
    em.createNativeQuery("delete from stock where code = '" + code + "'").executeUpdate(); // slguard:safe the route admits letters only
    return Response.noContent().build();
  }

  @GET
  @Path("/label")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  public String label(@QueryParam("text") String text) {
    return "<b>" + text + "</b>"; // slguard:expect xss-reflected
  }
}
