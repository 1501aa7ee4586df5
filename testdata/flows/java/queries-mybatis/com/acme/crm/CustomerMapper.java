package com.acme.crm;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
public interface CustomerMapper {
  @Select("SELECT * FROM customers WHERE email = #{email}")
  Customer byEmail(@Param("email") String email);

  @Select("SELECT * FROM customers ORDER BY ${column}")
  List<Customer> sorted(@Param("column") String column);

  @Delete("DELETE FROM customers WHERE name = '${name}'")
  int remove(@Param("name") String name);

  @Update("UPDATE customers SET note = #{note} WHERE id = #{id}")
  int note(@Param("id") long id, @Param("note") String note);
}
