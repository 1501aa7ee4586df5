package com.acme.people;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {
  @Inject
  EntityManager entities;

  @GET
  public Response list(@QueryParam("order") String order, @CookieParam("tenant") String tenant) {
    List<?> rows = entities.createQuery("from Person p where p.active = true order by p." + order).getResultList(); // slguard:expect sql-injection
    Query query = entities.createNativeQuery("select * from person where tenant = '" + tenant + "'"); // slguard:expect sql-injection
    return Response.ok(rows.size() + query.getResultList().size()).build();
  }

  @GET
  @Path("/{id}")
  public Response one(@PathParam("id") long id, @QueryParam("name") String name) {
    Query query = entities.createNativeQuery("select * from person where id = " + id + " and name = :name"); // slguard:safe
    query.setParameter("name", name);
    return Response.ok(query.getResultList().size()).build();
  }

  @POST
  public Response add(String entity) {
    entities.createNativeQuery("insert into raw_person values ('" + entity + "')").executeUpdate(); // slguard:expect sql-injection
    return Response.noContent().build();
  }
}
