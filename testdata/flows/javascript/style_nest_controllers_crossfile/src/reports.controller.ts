import { Body, Controller, Get, Param, Post, Query, ParseIntPipe } from "@nestjs/common";
import { ReportsService } from "./reports.service";

@Controller("reports")
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get(":name")
  find(@Param("name") name: string) {
    return this.reports.read(name);
  }

  @Post()
  create(@Body() body: { title: string; command: string }) {
    return this.reports.render(body.command);
  }

  @Get("by-id/:id")
  byId(@Param("id", ParseIntPipe) id: number, @Query("title") title: string) {
    return this.reports.number(id, title);
  }
}
