package crm.dto;

import crm.model.Contact;

public class ContactMapper {
  public static final ContactMapper INSTANCE = new ContactMapper();

  public Contact toContact(ContactDto dto) {
    Contact contact = new Contact();
    contact.setId(dto.getId());
    contact.setName(dto.getName());
    contact.setLevel(Contact.Level.parse(dto.getLevel()));
    return contact;
  }
}
