using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DelingIPraksis.Web.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ContactCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ContactCards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gathering = table.Column<Guid>(type: "TEXT", nullable: false),
                    Party = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactCards", x => x.Id);
                }
            );

            migrationBuilder.CreateIndex(name: "IX_ContactCards_Gathering", table: "ContactCards", column: "Gathering");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ContactCards");
        }
    }
}
