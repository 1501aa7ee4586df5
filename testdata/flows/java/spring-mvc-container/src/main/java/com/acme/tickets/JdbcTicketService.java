package com.acme.tickets;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

@Service
public class JdbcTicketService implements TicketService {
  private final JdbcTemplate jdbc;

  public JdbcTicketService(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> list(String state, int page) {
    jdbc.queryForList("select id from tickets offset " + page, String.class); // slguard:safe
    return jdbc.queryForList("select id from tickets where state = '" + state + "'", String.class); // slguard:expect sql-injection
  }

  @Override
  public String one(UUID id, String tenant) {
    jdbc.queryForObject("select title from tickets where id = '" + id + "'", String.class); // slguard:safe
    return jdbc.queryForObject("select title from " + tenant + ".tickets where id = ?", String.class, id); // slguard:expect sql-injection
  }

  @Override
  public void create(TicketController.NewTicket ticket) {
    jdbc.update("insert into tickets(area) values ('" + ticket.area() + "')"); // slguard:safe a validated pattern
    jdbc.update("insert into tickets(priority) values ('" + ticket.priority() + "')"); // slguard:safe
    jdbc.update("insert into tickets(title) values ('" + ticket.title() + "')"); // slguard:expect sql-injection
  }

  @Override
  public List<String> search(String text, String area) {
    jdbc.queryForList("select id from tickets where area = '" + area + "'", String.class); // slguard:expect sql-injection
    return jdbc.queryForList("select id from tickets where title ~ ?", String.class, text); // slguard:safe
  }
}
