package com.acme.tickets;

import java.util.List;
import java.util.UUID;

public interface TicketService {
  List<String> list(String state, int page);

  String one(UUID id, String tenant);

  void create(TicketController.NewTicket ticket);

  List<String> search(String text, String area);
}
